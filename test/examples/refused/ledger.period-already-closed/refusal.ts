import { closed2019 } from '../ledger-world.js';
import { answered, sending, type Refusal } from '../refusal.js';

export const refusal: Refusal = {
  given: closed2019,
  provoke: (world) =>
    answered(
      world,
      '/api/v1/ledger/periods/2019-11/closing',
      sending('POST', { reason: 'Siegel für November' }),
    ),
  expected: {
    status: 409,
    facts: { period: '2019-11', closedThrough: '2019-12' },
    detail:
      'Das Buch ist bis einschließlich Dezember 2019 abgeschlossen, und damit auch November 2019. ' +
      'Ein Abschluss wird nicht wiederholt und nicht zurückgenommen.',
  },
};
