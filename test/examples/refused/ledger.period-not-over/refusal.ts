import { answered, sending, type Refusal } from '../refusal.js';

export const refusal: Refusal = {
  provoke: (world) =>
    answered(
      world,
      '/api/v1/ledger/periods/2026-03/closing',
      sending('POST', { reason: 'Monatsabschluss März' }),
    ),
  expected: {
    status: 409,
    facts: { period: '2026-03', lastDay: '2026-03-31', today: '2026-03-02' },
    detail:
      'Abgeschlossen wird ein Monat erst nach seinem letzten Tag, dem 31.03.2026. ' +
      'Es wurde nichts abgeschlossen.',
  },
};
