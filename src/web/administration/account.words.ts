import type { AccountStanding, AccountStep } from '../../identity/people/account.queries.js';
import type { Person } from '../../identity/people/people.queries.js';
import type { BadgeView } from '../components/badge.js';
import { ROLE_NAMES } from '../shell/person.view.js';

/** How far an account has come, as a page says it. */
export const STANDING_NAMES: Readonly<Record<AccountStanding, string>> = {
  active: 'aktiv',
  invited: 'eingeladen',
  closed: 'geschlossen',
  erased: 'gelöscht',
};

const STANDING_TONES: Readonly<Record<AccountStanding, BadgeView['tone']>> = {
  active: 'success',
  invited: 'info',
  closed: 'plain',
  erased: 'plain',
};

export function standingBadge(standing: AccountStanding): BadgeView {
  return { tone: STANDING_TONES[standing], text: STANDING_NAMES[standing] };
}

/** "Sachbearbeitung, Anordnung"; of a partner's people whether they lead. */
export function rolesText({ roles, isLead }: Pick<Person, 'roles' | 'isLead'>): string {
  if (roles.length === 0) return 'noch keine';
  const names = roles.map((role) => ROLE_NAMES[role]);
  return isLead ? `${names.join(', ')}, Leitung` : names.join(', ');
}

/** What happened to an account. */
export const STEP_NAMES: Readonly<Record<AccountStep['kind'], string>> = {
  made: 'Eingeladen',
  rights: 'Rollen geändert',
  profile: 'Name oder Mailadresse berichtigt',
  closed: 'Konto geschlossen',
  reopened: 'Konto wieder geöffnet',
  erased: 'Name und Mailadresse gelöscht',
};

/** What each role comes to do, for whoever gives it to somebody. */
export const ROLE_WORDS: Readonly<Record<keyof typeof ROLE_NAMES, string>> = {
  officer: 'führt Bescheide, Verträge, Stellen und Buchungen',
  approver: 'stellt fest, ordnet an und zeichnet gegen',
  treasury: 'gibt Zahlungen frei und liest Kontoauszüge ein',
  controller: 'achtet auf Fristen, Risiken und Abschlüsse',
  partner: 'sieht nur die eigene Organisation',
  auditor: 'liest alles und ändert nichts',
  administrator: 'verwaltet Konten und sieht keine Fälle',
};
