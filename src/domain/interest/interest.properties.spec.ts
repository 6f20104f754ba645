import fc from 'fast-check';
import { TABLES } from '../../../test/support/interest-tables.js';
import { addDays, fromDayNumber, toDayNumber, type PlainDate } from '../calendar/plain-date.js';
import { cents, sumCents } from '../money/cents.js';
import { add, equal, fraction, sumFractions } from '../money/fraction.js';
import { DAY_COUNTS } from './day-count.js';
import { interest, type InterestQuestion } from './interest.js';

const FIRST = toDayNumber('2019-01-01' as PlainDate);
const anyDay = fc.integer({ min: 0, max: 2_800 }).map((offset) => fromDayNumber(FIRST + offset));
const anyQuestion: fc.Arbitrary<InterestQuestion> = fc
  .record({
    principal: fc.bigInt(1n, 10n ** 9n).map(cents),
    days: fc.tuple(anyDay, anyDay),
    basis: fc.constantFrom('vwvfg-49a-nrw', 'hhg-29-5', 'bgb-288-1'),
    dayCount: fc.constantFrom(...DAY_COUNTS),
  })
  .map(({ days: [a, b], ...rest }) => ({
    ...rest,
    period: a < b ? { from: a, to: b } : { from: b, to: a },
  }));

describe('interest of random claims', () => {
  it('of two stretches equals the interest of the whole, exactly', () => {
    fc.assert(
      fc.property(anyQuestion, anyDay, (given, change) => {
        const { from, to } = given.period;
        fc.pre(from <= change && change < to);
        const whole = interest(given, TABLES);
        const before = interest({ ...given, period: { from, to: change } }, TABLES);
        const after = interest({ ...given, period: { from: addDays(change, 1), to } }, TABLES);
        expect(equal(add(before.exactCents, after.exactCents), whole.exactCents)).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });

  it('prints segments that follow day on day, add up and are off by less than a cent', () => {
    fc.assert(
      fc.property(anyQuestion, (given) => {
        const { amount, segments, exactCents } = interest(given, TABLES);
        expect(sumCents(segments.map((segment) => segment.amount))).toBe(amount);
        expect(equal(sumFractions(segments.map((s) => s.exactCents)), exactCents)).toBe(true);
        expect(segments[0]?.from).toBe(given.period.from);
        expect(segments.at(-1)?.to).toBe(given.period.to);
        segments.slice(1).forEach(({ from }, index) => {
          expect(addDays(segments[index]?.to ?? from, 1)).toBe(from);
        });
        for (const segment of segments) {
          const { n, d } = add(fraction(segment.amount), {
            n: -segment.exactCents.n,
            d: segment.exactCents.d,
          });
          expect(n < d && n > -d).toBe(true);
        }
      }),
      { numRuns: 2_000 },
    );
  });

  it('with a part payment equals the interest of both parts by themselves', () => {
    fc.assert(
      fc.property(anyQuestion, anyDay, fc.bigInt(1n, 10n ** 9n), (given, on, paid) => {
        fc.pre(paid < given.principal && given.period.from <= on && on <= given.period.to);
        const amount = cents(paid);
        const together = interest({ ...given, payments: [{ on, amount }] }, TABLES);
        const ended = { from: given.period.from, to: on };
        const kept = interest({ ...given, principal: cents(given.principal - paid) }, TABLES);
        const returned = interest({ ...given, principal: amount, period: ended }, TABLES);
        expect(equal(together.exactCents, add(kept.exactCents, returned.exactCents))).toBe(true);
      }),
      { numRuns: 1_000 },
    );
  });
});
