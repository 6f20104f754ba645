import { Calculations } from '../../../../src/calculations/calculations.js';
import { parsePlainDate as day } from '../../../../src/domain/calendar/plain-date.js';
import { interest } from '../../../../src/domain/interest/interest.js';
import { parseEuro } from '../../../../src/domain/money/amount-text.js';
import { stopped, type Refusal } from '../refusal.js';

export const refusal: Refusal = {
  provoke: ({ app }) =>
    stopped(() =>
      interest(
        {
          principal: parseEuro('13.559,56'),
          period: { from: day('2026-12-01'), to: day('2027-01-15') },
          basis: 'vwvfg-49a-nrw',
          dayCount: 'act/act',
        },
        app.app.get(Calculations).interestTables(),
      ),
    ),
  expected: {
    status: 422,
    facts: { day: '2027-01-15', publishedUntil: '2026-12-31' },
    detail:
      'Für den 15.01.2027 ist kein Basiszinssatz bekannt gegeben. ' +
      'Bekannt sind die Sätze bis zum 31.12.2026.',
  },
};
