import { ensureNotKept } from '../../../../src/identity/second-factor/second-factor.rules.js';
import { stopped, type Refusal } from '../refusal.js';

export const refusal: Refusal = {
  provoke: () =>
    stopped(() => {
      ensureNotKept(true, { kind: 'real', source: 'local', roles: ['approver'] });
    }),
  expected: {
    status: 403,
    facts: {},
    detail:
      'Wer anordnet oder Konten verwaltet, kann ihn nicht ausschalten. Auf ein anderes Telefon wechseln ' +
      'können Sie jederzeit.',
  },
};
