import { strict as assert } from 'node:assert';
import { cents, sumCents, type Cents } from './cents.js';
import { roundHalfAwayFromZero, sumFractions, type Fraction } from './fraction.js';

/**
 * Exact parts (in cents) as whole cents that add up to the rounded sum: the total is rounded once,
 * then each part is cut down and the cents left over go to the largest remainders, equal ones in
 * the given order. Each part is off by less than a cent. For tables that are printed.
 */
export function roundParts(exact: readonly Fraction[]): { total: Cents; parts: Cents[] } {
  const total = cents(roundHalfAwayFromZero(sumFractions(exact)));
  const floors = exact.map(floor);
  const leftOver = Number(total - floors.reduce((sum, part) => sum + part, 0n));
  const receivers = new Set(
    exact
      .map(({ n, d }, index) => ({ index, n: n - (floors[index] ?? 0n) * d, d }))
      .toSorted((a, b) => descending(a, b) || a.index - b.index)
      .slice(0, leftOver)
      .map(({ index }) => index),
  );
  const parts = floors.map((part, index) => cents(receivers.has(index) ? part + 1n : part));
  assert.equal(sumCents(parts), total);
  return { total, parts };
}

function floor({ n, d }: Fraction): bigint {
  const cut = n / d;
  return n < 0n && cut * d !== n ? cut - 1n : cut;
}

function descending(a: Fraction, b: Fraction): number {
  const [left, right] = [a.n * b.d, b.n * a.d];
  return left > right ? -1 : left < right ? 1 : 0;
}
