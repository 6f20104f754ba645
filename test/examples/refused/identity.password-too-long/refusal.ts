import { ensureFitPassword } from '../../../../src/identity/passwords/password.rules.js';
import { stopped, type Refusal } from '../refusal.js';

const letter = 'Sehr geehrte Damen und Herren, anbei der Verwendungsnachweis. '.repeat(5);

export const refusal: Refusal = {
  provoke: () =>
    stopped(() => {
      ensureFitPassword(letter, { common: new Set(), context: [] });
    }),
  expected: {
    status: 422,
    facts: { most: 256 },
    detail: 'Das Passwort darf höchstens 256 Zeichen haben.',
  },
};
