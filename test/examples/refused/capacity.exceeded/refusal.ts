import { parseEuro } from '../../../../src/domain/money/amount-text.js';
import { parsePlainDate as day } from '../../../../src/domain/calendar/plain-date.js';
import { parseFte } from '../../../../src/domain/proration/fte.js';
import { aContract, aLine, aVersion } from '../../../support/contract-builder.js';
import { stopped, type Refusal } from '../refusal.js';

const half = aLine({
  id: 'luenen-half-post',
  fte: parseFte('0,5'),
  ceilingCents: parseEuro('28.500,00'),
  funding: [{ source: 'notice-line', year: 2025, noticeLine: 'kim-2-2025' }],
});

export const refusal: Refusal = {
  provoke: ({ record }) =>
    stopped(() =>
      record(
        aContract({
          id: 'kim-half-post',
          versions: [aVersion({ inForceFrom: day('2025-01-01'), lines: [half] })],
        }),
      ),
    ),
  expected: {
    status: 422,
    facts: {
      holder: 'notice-line:kim-2-2025',
      measure: 'fte',
      day: '2025-01-01',
      granted: '180000',
      used: '180000',
      requested: '5000',
    },
    detail:
      'Bescheidzeile „kim-2-2025“: Am 01.01.2025 stehen 18,0 VzÄ zur Verfügung. ' +
      'Andere nehmen davon 18,0 VzÄ in Anspruch; weitere 0,5 VzÄ gehen darüber hinaus. ' +
      'Es wurde nichts gespeichert.',
  },
};
