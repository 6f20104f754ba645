import { strict as assert } from 'node:assert';
import { cents, sumCents, type Cents } from './cents.js';
import type { Fraction } from './fraction.js';

/**
 * Splits `total` in proportion to `weights`, to the cent, by largest remainder: the parts always
 * add up to the total.
 *
 * Each part is cut to whole cents; the cents left over go, one each, to the largest remainders,
 * equal remainders in the order of `weights`. A negative total is split like its opposite, so that
 * a reversal meets each part again. Weights: none negative, at least one positive.
 */
export function split(total: Cents, weights: readonly (Fraction | bigint)[]): Cents[] {
  const whole = toWholeWeights(weights);
  const sum = whole.reduce((all, weight) => all + weight, 0n);
  assert(
    whole.every((weight) => weight >= 0n),
    'split: a weight is negative',
  );
  assert(sum > 0n, 'split: no weight is positive');
  const parts = total < 0n ? splitUp(-total, whole, sum) : splitUp(total, whole, sum);
  const shares = parts.map((part) => cents(total < 0n ? -part : part));
  assert.equal(sumCents(shares), total);
  return shares;
}

function splitUp(total: bigint, weights: readonly bigint[], sum: bigint): bigint[] {
  const parts = weights.map((weight) => (total * weight) / sum);
  const leftOver = Number(total - parts.reduce((all, part) => all + part, 0n));
  const receivers = weights
    .map((weight, index) => ({ index, remainder: (total * weight) % sum }))
    .toSorted((a, b) => descending(a.remainder, b.remainder) || a.index - b.index)
    .slice(0, leftOver);
  for (const { index } of receivers) parts[index] = (parts[index] ?? 0n) + 1n;
  return parts;
}

function descending(a: bigint, b: bigint): number {
  return a > b ? -1 : a < b ? 1 : 0;
}

/** Fractions over one common denominator, whose numerators weigh the same. */
function toWholeWeights(weights: readonly (Fraction | bigint)[]): readonly bigint[] {
  const fractions = weights.map((weight) =>
    typeof weight === 'bigint' ? { n: weight, d: 1n } : weight,
  );
  const denominators = [...new Set(fractions.map(({ d }) => d))];
  const common = denominators.reduce((product, d) => product * d, 1n);
  return fractions.map(({ n, d }) => n * (common / d));
}
