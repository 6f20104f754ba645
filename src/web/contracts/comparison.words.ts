import type { VersionDifference, VersionValue } from '../../contracts/contracts.queries.js';
import { daysBetween, formatGermanDay } from '../../domain/calendar/plain-date.js';
import { formatEuro } from '../../domain/money/amount-text.js';
import { cents } from '../../domain/money/cents.js';
import { fte } from '../../domain/proration/fte.js';
import type { Names } from '../book/names.js';
import { fteText } from '../book/words.js';
import {
  capLevelNames,
  checklistNames,
  conventionNames,
  deadlineKindNames,
} from '../messages/terms.js';
import {
  checklistStates,
  proofFormNames,
  twoMonthNames,
  versionKindNames,
  yesNo,
} from './contract.words.js';

/** The fields of a comparison in German; what is not listed is shown under its own name. */
export const fieldNames: Readonly<Record<string, string>> = {
  title: 'Bezeichnung',
  kind: 'Art',
  writtenOn: 'Tag der Schriftform',
  inForceFrom: 'Gilt ab',
  inForceTo: 'Gilt bis',
  convention: 'Anteilsrechnung',
  level: 'Höchstbetrag gilt',
  cutCap: 'Unbezahlte Zeiten kürzen den Höchstbetrag',
  month: 'Nachweis fällig: Monat',
  day: 'Nachweis fällig: Tag',
  form: 'Form des Nachweises',
  weeksAfterQuarter: 'Wochen nach dem Quartal',
  months: 'Kündigungsfrist in Monaten',
  partner: 'Partner',
  component: 'Baustein',
  region: 'Gebiet',
  towns: 'Orte',
  fte: 'VzÄ',
  annualRate: 'Jahresbetrag je VzÄ',
  material: 'Sachmittel',
  ceiling: 'Höchstbetrag im Jahr',
  permission: 'Erlaubt durch',
  reference: 'Aktenzeichen',
};

const OWN_NAMES: Readonly<Record<string, string>> = {
  'proofDue.kind': 'Nachweis fällig: Frist oder Termin',
  'quarterlyProof.on': 'Nachweis nach jedem Quartal',
  'twoMonthRule.state': 'Zwei-Monats-Regel',
  'followsNotice.on': 'Folgt dem Bescheid von selbst',
};

export const keyNames: Readonly<Record<string, string>> = {
  ...conventionNames,
  ...capLevelNames,
  ...deadlineKindNames,
  ...proofFormNames,
  ...versionKindNames,
};

export function fieldName({ area, subject, field }: VersionDifference): string {
  if (area === 'checklist' || area === 'open-item') return '';
  if (field.startsWith('measure:')) return `Menge: ${field.slice('measure:'.length)}`;
  return OWN_NAMES[`${subject}.${field}`] ?? fieldNames[field] ?? field;
}

/** What a difference is about: the line, the item of the checklist, the part. */
export function subjectName(
  { area, subject }: VersionDifference,
  lines: ReadonlyMap<string, string>,
): string {
  switch (area) {
    case 'version':
    case 'terms':
      return '';
    case 'line':
      return lines.get(subject) ?? subject;
    case 'checklist':
      return (checklistNames as Readonly<Record<string, string>>)[subject] ?? subject;
    case 'part':
    case 'open-item':
      return subject;
  }
}

export function valueText(
  { area, subject, field }: VersionDifference,
  value: VersionValue,
  names: Names,
): string {
  switch (value.kind) {
    case 'money':
      return formatEuro(value.cents);
    case 'fte':
      return fteText(value.fte);
    case 'day':
      return formatGermanDay(value.day);
    case 'number':
      return value.value.toString();
    case 'switch':
      return yesNo(value.on);
    case 'text':
      return area === 'open-item' ? 'offen' : value.text;
    case 'key':
      return keyText(value.key, `${area}.${subject}.${field}`, names);
  }
}

function keyText(key: string, place: string, names: Names): string {
  if (place.startsWith('checklist.')) {
    return (checklistStates as Readonly<Record<string, { text: string }>>)[key]?.text ?? key;
  }
  if (place === 'terms.twoMonthRule.state') {
    return (twoMonthNames as Readonly<Record<string, string>>)[key] ?? key;
  }
  if (place.endsWith('.partner')) return names.party(key);
  if (place.endsWith('.component')) return names.component(key);
  return keyNames[key] ?? key;
}

/** "+ 2.000,00 €"; '' where the values are no figures of one kind. */
export function differenceText(
  before: VersionValue | undefined,
  after: VersionValue | undefined,
): string {
  if (before?.kind === 'money' && after?.kind === 'money') {
    const change = after.cents - before.cents;
    return signed(change, formatEuro(cents(change < 0n ? -change : change)));
  }
  if (before?.kind === 'fte' && after?.kind === 'fte') {
    const change = after.fte - before.fte;
    return signed(BigInt(change), fteText(fte(change < 0 ? -change : change)));
  }
  if (before?.kind === 'number' && after?.kind === 'number') {
    const change = after.value - before.value;
    return signed(BigInt(change), (change < 0 ? -change : change).toString());
  }
  if (before?.kind === 'day' && after?.kind === 'day') {
    const change = daysBetween(before.day, after.day);
    const count = change < 0 ? -change : change;
    return signed(BigInt(change), `${grouped(count)}\u00a0${count === 1 ? 'Tag' : 'Tage'}`);
  }
  return '';
}

/** "1.096" */
function grouped(count: number): string {
  return count.toString().replace(/\B(?=(\d{3})+$)/g, '.');
}

function signed(change: bigint, amount: string): string {
  if (change === 0n) return '';
  return `${change < 0n ? '−' : '+'}\u00a0${amount}`;
}
