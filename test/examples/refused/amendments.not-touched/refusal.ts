import { parseEuro } from '../../../../src/domain/money/amount-text.js';
import { raise2025, staffTerm } from '../../../support/amending.js';
import { aNoticeLine } from '../../../support/notice-builder.js';
import { answered, sending, type Refusal } from '../refusal.js';

const raise = raise2025({
  id: 'notice-kim-2-2025-raise',
  amends: 'notice-kim-2-2025',
  lines: [
    aNoticeLine({
      id: 'kim-2-2025',
      year: 2025,
      amountCents: parseEuro('1.062.000,00'),
      terms: [staffTerm('18', '59.000,00', '1.062.000,00')],
    }),
  ],
});

export const refusal: Refusal = {
  given: ({ record }) => record(raise),
  provoke: (world) =>
    answered(
      world,
      '/api/v1/notices/notice-kim-2-2025-raise/amendments',
      sending('POST', { contracts: ['kim-cities', 'soe-carmen'] }),
    ),
  expected: {
    status: 422,
    facts: { notice: 'notice-kim-2-2025-raise', id: 'soe-carmen' },
    detail:
      'Der Bescheid „notice-kim-2-2025-raise“ betrifft „soe-carmen“ nicht. ' +
      'Prüfen Sie die Kennung. Es wurde nichts gespeichert.',
  },
};
