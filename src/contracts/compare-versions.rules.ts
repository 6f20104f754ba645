import type { PlainDate } from '../domain/calendar/plain-date.js';
import type { Cents } from '../domain/money/cents.js';
import type { Fte } from '../domain/proration/fte.js';
import type {
  AllocationLineDefinition,
  Clause,
  ContractTerms,
  ContractVersionDefinition,
} from '../programmes/definitions/definition.js';

/** A figure of a version, with its kind, so that a page can print it. */
export type VersionValue =
  | { readonly kind: 'money'; readonly cents: Cents }
  | { readonly kind: 'fte'; readonly fte: Fte }
  | { readonly kind: 'day'; readonly day: PlainDate }
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'switch'; readonly on: boolean }
  | { readonly kind: 'key'; readonly key: string }
  | { readonly kind: 'text'; readonly text: string };

export type VersionArea = 'version' | 'terms' | 'line' | 'checklist' | 'part' | 'open-item';

/** One figure or clause that differs between two versions; a missing side was not there. */
export interface VersionDifference {
  readonly area: VersionArea;
  /** The line id, the term, the checklist item, the part's title; empty for the version itself. */
  readonly subject: string;
  readonly field: string;
  readonly before?: VersionValue;
  readonly after?: VersionValue;
  readonly clauseBefore?: Clause;
  readonly clauseAfter?: Clause;
}

interface Figure {
  readonly area: VersionArea;
  readonly subject: string;
  readonly field: string;
  readonly value: VersionValue;
  readonly clause?: Clause;
}

/**
 * "Was hat sich geändert": two versions of a contract, figure by figure and clause by clause.
 * Figures of `before` come first and in its order, then what only `after` has.
 */
export function compareVersions(
  before: ContractVersionDefinition,
  after: ContractVersionDefinition,
): readonly VersionDifference[] {
  const old = byPlace(figuresOf(before));
  const next = byPlace(figuresOf(after));
  return [...new Set([...old.keys(), ...next.keys()])].flatMap((place) =>
    difference(old.get(place), next.get(place)),
  );
}

function byPlace(figures: readonly Figure[]): ReadonlyMap<string, Figure> {
  return new Map(figures.map((figure) => [placeOf(figure), figure]));
}

function placeOf({ area, subject, field }: Figure): string {
  return `${area}\u0000${subject}\u0000${field}`;
}

function difference(
  before: Figure | undefined,
  after: Figure | undefined,
): readonly VersionDifference[] {
  const known = before ?? after;
  if (!known) return [];
  if (before && after && sameValue(before.value, after.value) && before.clause === after.clause) {
    return [];
  }
  return [
    {
      area: known.area,
      subject: known.subject,
      field: known.field,
      ...(before && { before: before.value }),
      ...(after && { after: after.value }),
      ...(before?.clause !== undefined && { clauseBefore: before.clause }),
      ...(after?.clause !== undefined && { clauseAfter: after.clause }),
    },
  ];
}

function sameValue(a: VersionValue, b: VersionValue): boolean {
  return a.kind === b.kind && printed(a) === printed(b);
}

function printed(value: VersionValue): string {
  return Object.values(value).join('\u0000');
}

function figuresOf(version: ContractVersionDefinition): readonly Figure[] {
  return [
    ...versionFigures(version),
    ...termFigures(version.terms),
    ...version.lines.flatMap(lineFigures),
    ...version.checklist.map((entry): Figure => ({
      area: 'checklist',
      subject: entry.item,
      field: 'state',
      value: key(entry.state),
      ...clauseOf(entry.clause),
    })),
    ...version.parts.map((part): Figure => ({
      area: 'part',
      subject: part.title,
      field: 'reference',
      value: text(part.reference ?? ''),
      clause: part.clause,
    })),
    ...version.openItems.map((item): Figure => ({
      area: 'open-item',
      subject: item,
      field: 'text',
      value: text(item),
    })),
  ];
}

function versionFigures(version: ContractVersionDefinition): readonly Figure[] {
  const figure = (field: string, value: VersionValue): Figure => ({
    area: 'version',
    subject: '',
    field,
    value,
  });
  return [
    figure('title', text(version.title)),
    figure('kind', key(version.kind)),
    ...(version.writtenOn ? [figure('writtenOn', day(version.writtenOn))] : []),
    figure('inForceFrom', day(version.inForceFrom)),
    figure('inForceTo', day(version.inForceTo)),
  ];
}

function termFigures(terms: ContractTerms): readonly Figure[] {
  const figure = (subject: keyof ContractTerms, field: string, value: VersionValue): Figure => ({
    area: 'terms',
    subject,
    field,
    value,
    clause: terms[subject].clause,
  });
  const { proration, capLevel, unpaidSpells, proofDue, quarterlyProof, noticePeriod } = terms;
  return [
    figure('proration', 'convention', key(proration.convention)),
    figure('capLevel', 'level', key(capLevel.level)),
    figure('unpaidSpells', 'cutCap', { kind: 'switch', on: unpaidSpells.cutCap }),
    figure('proofDue', 'month', number(proofDue.month)),
    figure('proofDue', 'day', number(proofDue.day)),
    figure('proofDue', 'kind', key(proofDue.kind)),
    figure('proofDue', 'form', key(proofDue.form)),
    figure('quarterlyProof', 'on', { kind: 'switch', on: quarterlyProof.on }),
    figure('quarterlyProof', 'weeksAfterQuarter', number(quarterlyProof.weeksAfterQuarter)),
    figure('noticePeriod', 'months', number(noticePeriod.months)),
    figure('twoMonthRule', 'state', key(terms.twoMonthRule.state)),
    figure('followsNotice', 'on', { kind: 'switch', on: terms.followsNotice.on }),
  ];
}

function lineFigures(line: AllocationLineDefinition): readonly Figure[] {
  const figure = (field: string, value: VersionValue): Figure => ({
    area: 'line',
    subject: line.id,
    field,
    value,
    clause: line.clause,
  });
  return [
    figure('title', text(line.title)),
    figure('partner', key(line.partner)),
    figure('component', key(line.component)),
    figure('region', text(line.region)),
    figure('towns', text(line.towns.join(', '))),
    figure('fte', { kind: 'fte', fte: line.fte }),
    figure('annualRate', money(line.annualRateCents)),
    figure('material', money(line.materialCents)),
    figure('ceiling', money(line.ceilingCents)),
    ...line.measures.map((measure) => figure(`measure:${measure.item}`, number(measure.quantity))),
    ...(line.permission === undefined ? [] : [figure('permission', text(line.permission))]),
  ];
}

const money = (amount: Cents): VersionValue => ({ kind: 'money', cents: amount });
const day = (value: PlainDate): VersionValue => ({ kind: 'day', day: value });
const number = (value: number): VersionValue => ({ kind: 'number', value });
const key = (value: string): VersionValue => ({ kind: 'key', key: value });
const text = (value: string): VersionValue => ({ kind: 'text', text: value });

function clauseOf(clause: Clause | undefined): { readonly clause?: Clause } {
  return clause === undefined ? {} : { clause };
}
