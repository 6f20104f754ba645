import fc from 'fast-check';
import { cents, sumCents } from './cents.js';
import { fraction } from './fraction.js';
import { split } from './split.js';

const amount = fc.bigInt(-(10n ** 13n), 10n ** 13n).map(cents);
const weights = fc
  .array(fc.bigInt(0n, 10n ** 9n), { minLength: 1, maxLength: 30 })
  .filter((list) => list.some((weight) => weight > 0n));

describe('the split by largest remainder', () => {
  it.each([
    [10_000n, [1n, 1n, 1n], [3_334n, 3_333n, 3_333n]],
    [100n, [1n, 2n], [33n, 67n]],
    [1n, [1n, 1n, 1n], [1n, 0n, 0n]],
    [0n, [5n, 1n], [0n, 0n]],
    [-10_000n, [1n, 1n, 1n], [-3_334n, -3_333n, -3_333n]],
    [500_000n, [0n, 1n], [0n, 500_000n]],
  ])('splits %s by %s into %s', (total, given, expected) => {
    expect(split(cents(total), given)).toEqual(expected);
  });

  it('takes exact fractions as weights: R29, a regress of 5,000.00 by 1/3 and 0.5 VzÄ', () => {
    expect(split(cents(500_000n), [fraction(1n, 3n), fraction(1n, 2n)])).toEqual([
      200_000n,
      300_000n,
    ]);
  });

  it('refuses weights that are all zero or negative', () => {
    expect(() => split(cents(1n), [0n, 0n])).toThrow('no weight is positive');
    expect(() => split(cents(1n), [2n, -1n])).toThrow('a weight is negative');
  });

  it('adds up, stays within a cent of the exact part and mirrors (10,000 cases)', () => {
    fc.assert(
      fc.property(amount, weights, (total, given) => {
        const shares = split(total, given);
        const sum = given.reduce((all, weight) => all + weight, 0n);
        expect(sumCents(shares)).toBe(total);
        expect(split(cents(-total), given)).toEqual(shares.map((share) => -share));
        shares.forEach((share, index) => {
          const off = share * sum - total * (given[index] ?? 0n);
          expect(off < sum && off > -sum).toBe(true);
        });
      }),
      { numRuns: 10_000 },
    );
  });
});
