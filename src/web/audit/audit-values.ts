import { formatEuro } from '../../domain/money/amount-text.js';
import { cents } from '../../domain/money/cents.js';
import { formatFte, fte } from '../../domain/proration/fte.js';
import { formatGermanDay, isPlainDate } from '../../domain/calendar/plain-date.js';
import { isPerson, ROLES, type AuditChange, type Role } from '../../identity/identity.js';
import type { AuditNames } from './audit-names.js';
import { ROLE_NAMES } from '../shell/person.view.js';

type Value = AuditChange['new'];

const SHARE = /(^|\.)(fte|share|plannedFte)$/;
const CENTS = /Cents$/;
const WHOLE = /^-?\d+$/;

/** A value as people read it: amounts, shares and days in German; nothing is a dash. */
export function auditValueText(field: string, value: Value, names?: AuditNames): string {
  if (value === undefined || value === null || value === '') return '–';
  if (typeof value === 'boolean') return value ? 'ja' : 'nein';
  if (Array.isArray(value))
    return value.map((each: Value) => auditValueText(field, each, names)).join(', ');
  const text = (value as string | number).toString();
  const person = names && personIn(field, text);
  if (person !== undefined) return names?.actor(person).name ?? person;
  if (CENTS.test(field) && WHOLE.test(text))
    return formatEuro(cents(BigInt(text))).replace('-', '−');
  if (SHARE.test(field) && typeof value === 'number') return formatFte(fte(value));
  if (isPlainDate(text)) return formatGermanDay(text);
  return wordOf(text);
}

const OF_PEOPLE = new Set(['personId', 'forPersonId', 'askedBy', 'agreedBy']);

/** "person:…", where a value names somebody. */
function personIn(field: string, text: string): string | undefined {
  if (isPerson(text)) return text;
  return OF_PEOPLE.has(field) ? `person:${text}` : undefined;
}

const WORDS: Readonly<Record<string, string>> = {
  password: 'mit Passwort',
  'second-factor': 'mit zweitem Faktor',
  directory: 'über den Verzeichnisdienst',
  demo: 'Demo-Konto',
  link: 'mit Einmal-Link',
  'signed-out': 'abgemeldet',
  revoked: 'entzogen',
  rights: 'Rollen geben',
  reopening: 'Konto wieder öffnen',
  factor: 'zweiten Faktor zurücksetzen',
  profile: 'Mailadresse ändern',
  'rights-changed': 'Rechte geändert',
  'password-changed': 'Passwort geändert',
};

function wordOf(text: string): string {
  const role = ROLES.find((each): each is Role => each === text);
  if (role !== undefined) return ROLE_NAMES[role];
  return (Object.hasOwn(WORDS, text) ? WORDS[text] : undefined) ?? text;
}
