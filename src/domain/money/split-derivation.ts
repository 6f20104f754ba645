import { money, named, step, type Derivation, type Quantity } from '../derivation/derivation.js';
import type { Cents } from './cents.js';
import type { Fraction } from './fraction.js';

/** Explains a split: the total, each part with its weight, the sum that equals the total. */
export function splitDerivation(
  total: Cents,
  weights: readonly Fraction[],
  shares: readonly Cents[],
): Derivation {
  const parts = shares.map((share, index) =>
    step('share', [named('weight', fractionOf(weights[index]))], money(share)),
  );
  const steps = [...parts, step('total', [], money(total))];
  const rounding = 'largest-remainder';
  return { rule: 'split', ruleVersion: 1, steps, rounding, result: money(total) };
}

function fractionOf(value: Fraction = { n: 0n, d: 1n }): Quantity {
  return { kind: 'fraction', value };
}
