import { parseEuro } from '../../../../src/domain/money/amount-text.js';
import { parseFte } from '../../../../src/domain/proration/fte.js';
import { follow2026, staffTerm } from '../../../support/amending.js';
import { aNoticeLine } from '../../../support/notice-builder.js';
import { answered, sending, type Refusal } from '../refusal.js';

const smaller = follow2026({
  id: 'notice-kim-2-2026',
  follows: 'notice-kim-2-2025',
  lines: [
    aNoticeLine({
      id: 'kim-2-2026',
      year: 2026,
      fte: parseFte('17,0'),
      amountCents: parseEuro('969.000,00'),
      terms: [staffTerm('17', '57.000,00', '969.000,00')],
    }),
  ],
});

export const refusal: Refusal = {
  given: ({ record }) => record(smaller),
  provoke: (world) =>
    answered(world, '/api/v1/notices/notice-kim-2-2026/follow-on', sending('POST', {})),
  expected: {
    status: 422,
    facts: {
      holder: 'notice-line:kim-2-2026',
      measure: 'fte',
      from: '2026-01-01',
      to: '2026-12-31',
      missing: '10000',
    },
    detail:
      'Bescheidzeile „kim-2-2026“: Vom 01.01.2026 bis zum 31.12.2026 fehlen 1,0 VzÄ (R1). ' +
      'Lassen Sie Verträge aus oder kürzen Sie sie zuerst. Es wurde nichts gespeichert.',
  },
};
