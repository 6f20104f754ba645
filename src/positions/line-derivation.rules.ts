import {
  money,
  named,
  step,
  text,
  type Derivation,
  type DerivationStep,
} from '../domain/derivation/derivation.js';
import { cents, sumCents, type Cents } from '../domain/money/cents.js';
import type { CapLevel, PositionDefinition } from '../programmes/definitions/definition.js';
import type { LineSum } from './line-sums.rules.js';
import type { PostAmount } from './post-entitlement.rules.js';

/** A post beside what its line counts for it. */
export interface CountedPost {
  readonly position: PositionDefinition;
  readonly amount: PostAmount;
  readonly cents: Cents;
}

/** Explains the sum of a line: its posts at the cap level, material, measures, the ceiling (R6). */
export function lineDerivation(
  posts: readonly CountedPost[],
  sums: readonly LineSum[],
  end: { capLevel: CapLevel; ceilingCents: Cents; amountCents: Cents },
): Derivation {
  const amounts = posts.map((post) => named('amount', money(post.cents)));
  const staff = sumCents(posts.map((post) => post.cents));
  const total = cents(staff + sumCents(sums.map((sum) => sum.cents)));
  const parts =
    (posts.length === 0 ? 0 : 1) + sums.filter(({ steps: own }) => own.length > 0).length;
  const level = named('cap-level', text(end.capLevel));
  const steps: DerivationStep[] = [
    ...(posts.length === 0
      ? []
      : [
          step(
            end.capLevel === 'per-line' ? 'pooled-cap' : 'sum-of-parts',
            [level, ...amounts],
            money(staff),
          ),
        ]),
    ...sums.flatMap(({ steps: own }) => own),
    ...(parts > 1 ? [step('total', [named('amount', money(total))], money(total))] : []),
    step(
      'capped-sum',
      [named('amount', money(total)), named('limit', money(end.ceilingCents))],
      money(end.amountCents),
    ),
  ];
  const rounding = end.capLevel === 'per-line' ? 'largest-remainder' : 'once-half-away-from-zero';
  return { rule: 'R6', ruleVersion: 1, steps, rounding, result: money(end.amountCents) };
}
