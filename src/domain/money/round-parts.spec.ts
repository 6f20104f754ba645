import fc from 'fast-check';
import { fraction, roundHalfAwayFromZero, sumFractions } from './fraction.js';
import { roundParts } from './round-parts.js';

const part = fc
  .record({ n: fc.bigInt(-(10n ** 9n), 10n ** 9n), d: fc.bigInt(1n, 10_000n) })
  .map(({ n, d }) => fraction(n, d));

describe('exact parts as whole cents', () => {
  it('give the cents left over to the largest remainders', () => {
    const thirds = [fraction(10n, 3n), fraction(10n, 3n), fraction(11n, 3n)];
    expect(roundParts(thirds)).toEqual({ total: 10n, parts: [3n, 3n, 4n] });
    expect(roundParts([fraction(-1n, 2n), fraction(3n, 2n)])).toEqual({
      total: 1n,
      parts: [0n, 1n],
    });
    expect(roundParts([])).toEqual({ total: 0n, parts: [] });
  });

  it('add up to the sum rounded once, each off by less than a cent', () => {
    fc.assert(
      fc.property(fc.array(part, { maxLength: 12 }), (exact) => {
        const { total, parts } = roundParts(exact);
        expect(total).toBe(roundHalfAwayFromZero(sumFractions(exact)));
        expect(parts.reduce((sum, cents) => sum + cents, 0n)).toBe(total);
        exact.forEach(({ n, d }, index) => {
          const off = (parts[index] ?? 0n) * d - n;
          expect(off <= d && off >= -d).toBe(true);
        });
      }),
      { numRuns: 10_000 },
    );
  });
});
