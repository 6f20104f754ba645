import { CommonPasswords } from '../../../../src/identity/passwords/common-passwords.js';
import { ensureFitPassword } from '../../../../src/identity/passwords/password.rules.js';
import { stopped, type Refusal } from '../refusal.js';

export const refusal: Refusal = {
  provoke: () =>
    stopped(async () => {
      ensureFitPassword('Passwort2026!', {
        common: await new CommonPasswords().all(),
        context: [],
      });
    }),
  expected: {
    status: 422,
    facts: { guessedBy: 'list' },
    detail:
      'Dieses Passwort benutzen viele; Ziffern oder Zeichen davor und dahinter ändern daran nichts. ' +
      'Nehmen Sie etwa vier Wörter, die nichts miteinander zu tun haben.',
  },
};
