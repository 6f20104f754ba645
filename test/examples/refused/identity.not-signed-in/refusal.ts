import { answered, type Refusal } from '../refusal.js';

export const refusal: Refusal = {
  provoke: (world) =>
    answered(world, '/api/v1/contracts', { headers: { cookie: 'wb-sitzung=abgelaufen' } }),
  expected: {
    status: 401,
    facts: undefined,
    detail:
      'Hier stehen Daten des Buchs. Melden Sie sich an, oder senden Sie als Programm Ihren ' +
      'Zugangsschlüssel mit („Authorization: Bearer …“).',
  },
};
