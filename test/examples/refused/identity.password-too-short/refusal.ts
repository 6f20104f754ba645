import { ensureFitPassword } from '../../../../src/identity/passwords/password.rules.js';
import { stopped, type Refusal } from '../refusal.js';

export const refusal: Refusal = {
  provoke: () =>
    stopped(() => {
      ensureFitPassword('Kasse#7!', { common: new Set(), context: [] });
    }),
  expected: {
    status: 422,
    facts: { length: 8, least: 12 },
    detail:
      'Das Passwort hat 8 Zeichen, nötig sind mindestens 12. ' +
      'Nehmen Sie etwa vier Wörter, die nichts miteinander zu tun haben.',
  },
};
