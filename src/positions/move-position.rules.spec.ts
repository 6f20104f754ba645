import fc from 'fast-check';
import { aContract, aLine, aVersion } from '../../test/support/contract-builder.js';
import { aPosition } from '../../test/support/notice-builder.js';
import { spansOfLineInYear } from '../contracts/contracts.js';
import { addDays, parsePlainDate as day } from '../domain/calendar/plain-date.js';
import { cents } from '../domain/money/cents.js';
import { sumFractions } from '../domain/money/fraction.js';
import { fte } from '../domain/proration/fte.js';
import type { OccupancyDefinition } from '../programmes/definitions/definition.js';
import { movedPosition } from './move-position.rules.js';
import { postAmount, stretchesOfTerms } from './post-entitlement.rules.js';

const FIRST = day('2023-01-01');

const dayOfYear = fc.integer({ min: 0, max: 364 }).map((number) => addDays(FIRST, number));

const spell = fc
  .record({
    days: fc.tuple(dayOfYear, dayOfYear),
    share: fc.integer({ min: 1, max: 10_000 }).map(fte),
    isOpen: fc.boolean(),
  })
  .map(({ days, share, isOpen }): OccupancyDefinition => {
    const [from, to] = days.toSorted();
    return {
      ...{ id: 'spell', personKey: 'LUE-1', share, cover: true, unpaid: [] },
      from: from ?? FIRST,
      ...(!isOpen && to !== undefined && { to }),
    };
  });

const rate = fc.integer({ min: 1, max: 10_000_000 }).map((number) => cents(BigInt(number)));

describe('a post that moves to a line of the same rate', () => {
  it('yields the same to the fraction, and rounds by one cent at most', () => {
    fc.assert(
      fc.property(
        ...([fc.array(spell, { maxLength: 4 }), rate, dayOfYear] as const),
        (occupancies, annualRateCents, on) => {
          fc.pre(on > FIRST);
          const contract = aContract({
            versions: [aVersion({ lines: [aLine({ annualRateCents })] })],
          });
          const stretches = stretchesOfTerms(spansOfLineInYear(contract, 'luenen-kim-2', 2023));
          const post = aPosition({ occupancies });
          const move = { on, to: { employer: 'selm' } };
          const { before, after } = movedPosition(post, move, 'new', () => 'new-1');
          const whole = postAmount(post, stretches, 2023);
          const parts = [before, after].map((part) => postAmount(part, stretches, 2023));
          const exact = sumFractions(parts.map(({ exactCents }) => exactCents));
          expect(exact.n * whole.exactCents.d).toBe(whole.exactCents.n * exact.d);
          const rounded = parts.reduce((sum, { amountCents }) => sum + amountCents, 0n);
          const difference = rounded - whole.amountCents;
          expect(difference >= -1n && difference <= 1n).toBe(true);
        },
      ),
      { numRuns: 300 },
    );
  });
});
