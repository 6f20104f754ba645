import type { Token, TokenStep } from '../../identity/tokens/api-tokens.queries.js';
import type { TokenRole, TokenState } from '../../identity/tokens/token.rules.js';
import type { BadgeView } from '../components/badge.js';

export const KEY_BADGES: Readonly<Record<TokenState, BadgeView>> = {
  open: { tone: 'warning', text: 'wartet auf Zustimmung' },
  active: { tone: 'success', text: 'gilt' },
  expired: { tone: 'plain', text: 'abgelaufen' },
  revoked: { tone: 'plain', text: 'beendet' },
};

export const KEY_STEP_NAMES: Readonly<Record<TokenStep['kind'], string>> = {
  created: 'Angelegt',
  consented: 'Zugestimmt',
  revoked: 'Beendet',
};

/** What a program does with each role. */
export const KEY_ROLE_WORDS: Readonly<Record<TokenRole, string>> = {
  officer: 'liest alles, erfasst Verträge, Stellen, Besetzungen und Buchungen',
  treasury: 'liest alles, pflegt Sachkonten und schließt Monate ab',
  controller: 'liest alles, pflegt Sachkonten und schließt Monate ab',
  auditor: 'liest alles und ändert nichts',
};

/** What a key is never good for, on each page that is about one. */
export const NEVER =
  'Ein Fachverfahren liest, erfasst und reicht ein. Feststellen, anordnen, freigeben und verzichten ' +
  'kann es nie, gleich mit welcher Rolle (R31). Es kommt nur an die Schnittstelle, nicht auf die Seiten.';

/** Whether somebody can still end it: what is over by its day ends by itself. */
export function isEndable({ state }: Pick<Token, 'state'>): boolean {
  return state === 'open' || state === 'active';
}
