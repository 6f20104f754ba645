import {
  money,
  named,
  step,
  text,
  type Derivation,
  type DerivationStep,
} from '../derivation/derivation.js';
import { minCents, sumCents, type Cents } from '../money/cents.js';

export const CAP_LEVELS = ['per-post', 'per-line'] as const;
/** Where cap and cost are compared (R6): for each post, or for all posts of a line together. */
export type CapLevel = (typeof CAP_LEVELS)[number];

/** A post with its prorated cap and its eligible actual cost. */
export interface ProvenPost {
  readonly label: string;
  readonly capCents: Cents;
  readonly costCents: Cents;
}

export interface ProvenEntitlement {
  readonly amount: Cents;
  readonly derivation: () => Derivation;
}

/**
 * "Anspruch nach Nachweis" (R6): the lower of prorated cap and eligible actual cost, at the level
 * that the contract names. Pooling lets a dear post use what a cheap one leaves.
 */
export function provenEntitlement(
  posts: readonly ProvenPost[],
  level: CapLevel,
  clause?: string,
): ProvenEntitlement {
  switch (level) {
    case 'per-post': {
      const amounts = posts.map(({ capCents, costCents }) => minCents(capCents, costCents));
      const amount = sumCents(amounts);
      return { amount, derivation: () => derived(perPostSteps(posts, amount, clause), amount) };
    }
    case 'per-line': {
      const cap = sumCents(posts.map(({ capCents }) => capCents));
      const cost = sumCents(posts.map(({ costCents }) => costCents));
      const amount = minCents(cap, cost);
      return { amount, derivation: () => derived(perLineSteps(posts, cap, cost, clause), amount) };
    }
  }
}

function perPostSteps(
  posts: readonly ProvenPost[],
  amount: Cents,
  clause: string | undefined,
): readonly DerivationStep[] {
  const level = named('cap-level', text('per-post'));
  return [
    ...posts.map(({ label, capCents, costCents }) =>
      step(
        'lower-of-cap-and-cost',
        [
          named('item', text(label)),
          named('cap', money(capCents)),
          named('cost', money(costCents)),
          level,
        ],
        money(minCents(capCents, costCents)),
        clause,
      ),
    ),
    step('total', [], money(amount)),
  ];
}

function perLineSteps(
  posts: readonly ProvenPost[],
  cap: Cents,
  cost: Cents,
  clause: string | undefined,
): readonly DerivationStep[] {
  const parts = (pick: (post: ProvenPost) => Cents, name: 'cap' | 'cost') =>
    posts.map((post) => named(name, money(pick(post))));
  return [
    step(
      'pooled-cap',
      parts(({ capCents }) => capCents, 'cap'),
      money(cap),
    ),
    step(
      'pooled-cost',
      parts(({ costCents }) => costCents, 'cost'),
      money(cost),
    ),
    step(
      'lower-of-cap-and-cost',
      [named('cap', money(cap)), named('cost', money(cost)), named('cap-level', text('per-line'))],
      money(minCents(cap, cost)),
      clause,
    ),
  ];
}

function derived(steps: readonly DerivationStep[], amount: Cents): Derivation {
  return { rule: 'R6', ruleVersion: 1, steps, rounding: 'none', result: money(amount) };
}
