import { strict as assert } from 'node:assert';
import { money, named, step, type Derivation } from '../derivation/derivation.js';
import { minCents, subtractCents, type Cents } from '../money/cents.js';

/** What is open on a claim. */
export interface OpenClaim {
  readonly costs: Cents;
  readonly interest: Cents;
  readonly principal: Cents;
}

export interface Allocation {
  /** What the payment meets. */
  readonly allocated: OpenClaim;
  readonly remaining: OpenClaim;
  /** What the payment exceeds the claim by: stays unallocated or is sent back. */
  readonly leftOver: Cents;
  readonly derivation: () => Derivation;
}

/** The order of the law: what stands first is met first. */
const ORDER = [
  { part: 'costs', key: 'to-costs' },
  { part: 'interest', key: 'to-interest' },
  { part: 'principal', key: 'to-principal' },
] as const;

/**
 * "Tilgungsreihenfolge" (R26): a payment meets costs, then interest, then principal.
 * @see § 367 Abs. 1 BGB
 */
export function allocatePayment(payment: Cents, open: OpenClaim): Allocation {
  assert(payment >= 0n, 'allocatePayment: the payment is negative');
  const allocated = { ...open };
  const remaining = { ...open };
  let rest = payment;
  for (const { part } of ORDER) {
    allocated[part] = minCents(rest, open[part]);
    remaining[part] = subtractCents(open[part], allocated[part]);
    rest = subtractCents(rest, allocated[part]);
  }
  const leftOver = rest;
  const derivation = (): Derivation => explain(payment, open, allocated, leftOver);
  return { allocated, remaining, leftOver, derivation };
}

function explain(
  payment: Cents,
  open: OpenClaim,
  allocated: OpenClaim,
  leftOver: Cents,
): Derivation {
  const steps = [
    step('payment', [], money(payment)),
    ...ORDER.map(({ part, key }) =>
      step(key, [named('open', money(open[part]))], money(allocated[part]), '§ 367 Abs. 1 BGB'),
    ),
    step('left-over', [], money(leftOver)),
  ];
  return { rule: 'R26', ruleVersion: 1, steps, rounding: 'none', result: money(leftOver) };
}
