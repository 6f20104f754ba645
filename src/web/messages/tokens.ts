import { formatGermanDay, isPlainDate } from '../../domain/calendar/plain-date.js';
import { TOKEN_ROLES } from '../../identity/tokens/token.rules.js';
import { ROLE_NAMES } from '../shell/person.view.js';
import type { Sentence } from './sentence.js';

/** Refusals around the keys of programs. */
export const tokensMessages: Readonly<Record<string, Sentence>> = {
  'identity.token-invalid': {
    title: 'Der Zugangsschlüssel gilt nicht',
    detail: () =>
      'Er ist unbekannt, abgelaufen oder widerrufen, oder es hat ihm noch niemand zugestimmt. ' +
      'Fragen Sie die Verwaltung der Konten.',
  },
  'identity.token-role-unfit': {
    title: 'Diese Rolle bekommt kein Fachverfahren',
    detail: () =>
      `Möglich sind: ${TOKEN_ROLES.map((role) => ROLE_NAMES[role]).join(', ')}. ` +
      'Anordnen dürfen nur Menschen, und Konten verwaltet kein Fachverfahren.',
  },
  'identity.token-day-unfit': {
    title: 'Bis zu diesem Tag kann der Schlüssel nicht gelten',
    detail: ({ latest }) =>
      `Nennen Sie einen Tag von heute bis zum ${dayText(String(latest))}: ` +
      'Ein Schlüssel gilt höchstens ein Jahr.',
  },
  'identity.unknown-token': {
    title: 'Diesen Zugangsschlüssel gibt es nicht',
    detail: () => 'Unter dieser Kennung steht kein Zugangsschlüssel im Buch.',
  },
  'identity.token-settled': {
    title: 'Über diesen Schlüssel ist schon entschieden',
    detail: ({ state }) =>
      `${SETTLED[String(state)] ?? 'Er steht nicht mehr offen.'} Es wurde nichts gespeichert.`,
  },
};

const SETTLED: Readonly<Record<string, string>> = {
  active: 'Ihm ist zugestimmt, er gilt.',
  expired: 'Seine Zeit ist abgelaufen.',
  revoked: 'Er ist widerrufen.',
};

function dayText(day: string): string {
  return isPlainDate(day) ? formatGermanDay(day) : day;
}
