import fc from 'fast-check';
import {
  add,
  compare,
  divide,
  equal,
  fraction,
  isDecimal,
  multiply,
  parseDecimal,
  reduced,
  roundHalfAwayFromZero,
  subtract,
  sumFractions,
  toDecimal,
  toText,
  type Fraction,
} from './fraction.js';
import { InvalidField } from '../errors/invalid-field.js';

const anyFraction = fc
  .record({ n: fc.bigInt(-(10n ** 12n), 10n ** 12n), d: fc.bigInt(1n, 10n ** 6n) })
  .map(({ n, d }): Fraction => fraction(n, d));

describe('a fraction', () => {
  it.each([
    [1n, 2n, 1n],
    [-1n, 2n, -1n],
    [49n, 100n, 0n],
    [-49n, 100n, 0n],
    [5n, 2n, 3n],
    [-5n, 2n, -3n],
    [0n, 7n, 0n],
  ])('rounds %s/%s to %s, half away from zero', (n, d, expected) => {
    expect(roundHalfAwayFromZero(fraction(n, d))).toBe(expected);
  });

  it('reads decimals exactly and writes the lowest terms', () => {
    expect(parseDecimal('3.12')).toEqual({ n: 312n, d: 100n });
    expect(toText(parseDecimal('-0.88'))).toBe('-22/25');
    expect(toText(fraction(296n, 372n))).toBe('74/93');
    expect(toText(fraction(4n, -2n))).toBe('-2');
    expect(reduced(fraction(0n, 9n))).toEqual({ n: 0n, d: 1n });
  });

  it.each(['', '1,5', '1.', '.5', '1e3', '--1', ' 1', '0x1', 'NaN'])('refuses "%s"', (text) => {
    expect(isDecimal(text)).toBe(false);
    expect(() => parseDecimal(text, '/margin')).toThrow(InvalidField);
  });

  it('shows decimals cut, and says whether that was exact', () => {
    expect(toDecimal(fraction(-1n, 3n), 4)).toEqual({ text: '-0.3333', exact: false });
    expect(toDecimal(fraction(3n, 2n), 2)).toEqual({ text: '1.50', exact: true });
    expect(toDecimal(fraction(7n, 2n), 0)).toEqual({ text: '3', exact: false });
  });

  it('computes as the field of rationals does', () => {
    fc.assert(
      fc.property(anyFraction, anyFraction, anyFraction, (a, b, c) => {
        expect(equal(add(a, b), add(b, a))).toBe(true);
        expect(equal(multiply(a, add(b, c)), add(multiply(a, b), multiply(a, c)))).toBe(true);
        expect(equal(subtract(add(a, b), b), a)).toBe(true);
        expect(equal(sumFractions([a, b, c]), add(a, add(b, c)))).toBe(true);
        if (b.n !== 0n) expect(equal(multiply(divide(a, b), b), a)).toBe(true);
        expect(compare(a, b) + compare(b, a)).toBe(0);
      }),
    );
  });

  it('never rounds further away than half', () => {
    fc.assert(
      fc.property(anyFraction, (value) => {
        const distance = subtract(fraction(roundHalfAwayFromZero(value)), value);
        const magnitude = distance.n < 0n ? -distance.n : distance.n;
        expect(2n * magnitude <= distance.d).toBe(true);
      }),
    );
  });
});
