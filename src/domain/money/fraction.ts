import { strict as assert } from 'node:assert';
import { InvalidField } from '../errors/invalid-field.js';

/** An exact ratio `n / d` with `d > 0`. Not reduced while computing; {@link reduced} is for display. */
export interface Fraction {
  readonly n: bigint;
  readonly d: bigint;
}

export const ZERO: Fraction = { n: 0n, d: 1n };

/** The ratio `n / d`; a negative denominator hands its sign to the numerator. */
export function fraction(n: bigint, d = 1n): Fraction {
  assert(d !== 0n, 'fraction: the denominator is zero');
  return d < 0n ? { n: -n, d: -d } : { n, d };
}

export function add(a: Fraction, b: Fraction): Fraction {
  return a.d === b.d ? { n: a.n + b.n, d: a.d } : { n: a.n * b.d + b.n * a.d, d: a.d * b.d };
}

export function subtract(a: Fraction, b: Fraction): Fraction {
  return add(a, { n: -b.n, d: b.d });
}

export function multiply(a: Fraction, b: Fraction): Fraction {
  return { n: a.n * b.n, d: a.d * b.d };
}

export function divide(a: Fraction, b: Fraction): Fraction {
  return fraction(a.n * b.d, a.d * b.n);
}

/** Adds up exactly. Reduces on the way, so that long sums stay short. */
export function sumFractions(values: Iterable<Fraction>): Fraction {
  let sum = ZERO;
  for (const value of values) sum = value.d === sum.d ? add(sum, value) : reduced(add(sum, value));
  return sum;
}

/** Below zero if `a < b`, zero if equal, above zero if `a > b`. */
export function compare(a: Fraction, b: Fraction): -1 | 0 | 1 {
  const [left, right] = [a.n * b.d, b.n * a.d];
  return left < right ? -1 : left > right ? 1 : 0;
}

export function equal(a: Fraction, b: Fraction): boolean {
  return compare(a, b) === 0;
}

/** The same ratio in lowest terms. */
export function reduced({ n, d }: Fraction): Fraction {
  const divisor = greatestCommonDivisor(n < 0n ? -n : n, d);
  return divisor === 1n ? { n, d } : { n: n / divisor, d: d / divisor };
}

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  while (b !== 0n) [a, b] = [b, a % b];
  return a;
}

/**
 * The nearest whole number; exactly half goes away from zero ("kaufmännisch gerundet").
 * The one rounding of the product: everything else computes exactly or splits.
 */
export function roundHalfAwayFromZero({ n, d }: Fraction): bigint {
  return n < 0n ? -((2n * -n + d) / (2n * d)) : (2n * n + d) / (2n * d);
}

const DECIMAL = /^(-?)(\d{1,15})(?:\.(\d{1,12}))?$/;

/** Whether the text is a plain decimal such as "3.12", "-0.88" or "5". */
export function isDecimal(text: string): boolean {
  return DECIMAL.test(text);
}

/**
 * Reads a decimal with a point as the exact ratio: "3.12" is 312/100.
 * @throws InvalidField reason `decimal`
 */
export function parseDecimal(text: string, pointer = ''): Fraction {
  const match = DECIMAL.exec(text);
  if (!match) throw new InvalidField('decimal', text, pointer);
  const [, sign, whole = '', places = ''] = match;
  const n = BigInt(whole + places);
  return { n: sign === '-' ? -n : n, d: 10n ** BigInt(places.length) };
}

/** The reduced ratio as text: "74/93"; a whole number without denominator: "1". */
export function toText(value: Fraction): string {
  const { n, d } = reduced(value);
  return d === 1n ? n.toString() : `${n.toString()}/${d.toString()}`;
}

/**
 * The value as a decimal with a point, cut (not rounded) after `places`: for display only.
 * @returns `exact` false if digits were cut off.
 */
export function toDecimal(value: Fraction, places: number): { text: string; exact: boolean } {
  const scale = 10n ** BigInt(places);
  const magnitude = (value.n < 0n ? -value.n : value.n) * scale;
  const digits = (magnitude / value.d).toString().padStart(places + 1, '0');
  const whole = digits.slice(0, digits.length - places);
  const tail = places === 0 ? '' : `.${digits.slice(digits.length - places)}`;
  const sign = value.n < 0n ? '-' : '';
  return { text: `${sign}${whole}${tail}`, exact: magnitude % value.d === 0n };
}
