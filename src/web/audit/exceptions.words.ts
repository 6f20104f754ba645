import { formatGermanDay, type PlainDate } from '../../domain/calendar/plain-date.js';
import type { Facts } from '../../domain/errors/domain-error.js';
import { ROLES, type Role } from '../../identity/identity.js';
import { FLAG_CODES, type FlagCode } from '../../positions/flags.queries.js';
import { flagMessages } from '../messages/flags.js';
import { ROLE_NAMES } from '../shell/person.view.js';
import type { AuditNames } from './audit-names.js';

/** How a kind of exception is told. */
export interface ExceptionWords {
  /** "Von Hand gebucht" */
  readonly title: string;
  /** What of it is an exception, and by which rule. */
  readonly about: string;
  readonly detail: (facts: Facts, names: AuditNames) => string;
}

const NOTHING_MORE = (): string => '';

const OWN: Readonly<Record<string, ExceptionWords>> = {
  'break-glass': {
    title: 'Notzugang',
    about:
      'Zwei aus der Verwaltung der Konten haben einer dritten Person eine Rolle geliehen, für höchstens 24 Stunden.',
    detail: ({ person, role, hours }, names) =>
      `${names.actor(String(person)).name} als ${roleName(String(role))}, ${String(hours)} Stunden`,
  },
  'deputy-by-office': {
    title: 'Vertretung allein durch die Verwaltung',
    about:
      'Die Verwaltung der Konten hat sie eingetragen, und die vertretene Person hat sie nicht bestätigt.',
    detail: ({ person, forPerson, role }, names) =>
      `${names.actor(String(person)).name} für ${names.actor(String(forPerson)).name} als ${roleName(String(role))}`,
  },
  'account-access': {
    title: 'Zugang zu einem Konto erneuert',
    about:
      'Zwei aus der Verwaltung der Konten haben gemeinsam einen Link ausgestellt, einen zweiten Faktor zurückgesetzt oder eine Mailadresse geändert.',
    detail: ({ change }) => ACCESS_WORDS[String(change)] ?? String(change),
  },
  'console-rights': {
    title: 'Rollen an der Konsole vergeben',
    about:
      'Ohne zweite Person der Verwaltung, von der Stelle, die das Programm betreibt: so beginnt ein leeres Buch.',
    detail: ({ roles }) => String(roles).split(',').map(roleName).join(', '),
  },
  'one-person-rule': {
    title: 'Von einer Person festgestellt und angeordnet',
    about: 'Nach der schriftlichen Regelung des Kreises (Regel R31, § 31 KomHVO NRW).',
    detail: ({ rule }) => String(rule),
  },
  'by-hand': {
    title: 'Von Hand gebucht',
    about:
      'Die Summen einer Zeile weisen eine solche Buchung nicht ab. Zwei Anordnungsbefugte zeichnen sie gegen.',
    detail: NOTHING_MORE,
  },
  'by-hand-reversed': {
    title: 'Buchung von Hand storniert',
    about: 'Eine Buchung von Hand wurde durch eine Gegenbuchung zurückgenommen (Regel R32).',
    detail: NOTHING_MORE,
  },
  'late-closing': {
    title: 'Monat spät abgeschlossen',
    about: 'Mehr als zwei Monate nach dem Ende des Monats.',
    detail: ({ dueOn }) =>
      `Bis zum ${formatGermanDay(String(dueOn) as PlainDate)} wäre es rechtzeitig gewesen.`,
  },
};

/** A kind that has no words yet stands under its own name. */
export function exceptionWords(kind: string): ExceptionWords {
  const own = Object.hasOwn(OWN, kind) ? OWN[kind] : undefined;
  if (own !== undefined) return own;
  const code = FLAG_CODES.find((known): known is FlagCode => known === kind);
  if (code === undefined) return { title: kind, about: '', detail: NOTHING_MORE };
  const { title, detail } = flagMessages[code];
  return { title, about: STANDS, detail: (facts) => detail(facts) };
}

const STANDS = 'Steht trotz des Hinweises so im Buch; gezeigt wird der Stand von heute.';

const ACCESS_WORDS: Readonly<Record<string, string>> = {
  link: 'Link für ein neues Passwort',
  factor: 'Zweiter Faktor zurückgesetzt',
  profile: 'Mailadresse geändert',
};

function roleName(name: string): string {
  const role = ROLES.find((known): known is Role => known === name);
  return role === undefined ? name : ROLE_NAMES[role];
}
