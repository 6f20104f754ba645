import type { Period, PlainDate } from '../calendar/plain-date.js';
import type { Cents } from '../money/cents.js';
import type { Fraction } from '../money/fraction.js';
import type { Fte } from '../proration/fte.js';

/**
 * The structured explanation of a computed result: which rule in which version, which steps from
 * which inputs, which rounding. It holds quantities, never sentences; people read it through
 * `src/web/messages/derivation.ts`, machines through `derivation-json.ts`.
 */
export interface Derivation {
  /** Rule of the rulebook: "R7". */
  readonly rule: string;
  /** Raised when the rule's computation changes; old versions stay callable. */
  readonly ruleVersion: number;
  readonly steps: readonly DerivationStep[];
  readonly rounding: Rounding;
  readonly result: Quantity;
}

export const ROUNDINGS = ['none', 'once-half-away-from-zero', 'largest-remainder'] as const;
export type Rounding = (typeof ROUNDINGS)[number];

export const STEP_KEYS = [
  'annual-rate',
  'post-share',
  'period',
  'daily-shares',
  'months',
  'weighted-days',
  'year-share',
  'rate-part',
  'product',
  'rounded',
  'sum-of-years',
  'cap',
  'actual-cost',
  'pooled-cap',
  'pooled-cost',
  'lower-of-cap-and-cost',
  'sum-of-parts',
  'quantity',
  'capped-quantity',
  'fixed-sum',
  'capped-sum',
  'capped-grant-share',
  'date',
  'end-of-term',
  'months-back',
  'end-of-quarter',
  'weeks-after',
  'non-working-day',
  'due-day',
  'safe-day',
  'principal',
  'part-payment',
  'interest-segment',
  'exact-interest',
  'payment',
  'to-costs',
  'to-interest',
  'to-principal',
  'left-over',
  'total',
  'weight',
  'share',
] as const;
export type StepKey = (typeof STEP_KEYS)[number];

export interface DerivationStep {
  readonly key: StepKey;
  /** The clause that this step rests on, as the contract or the law names it. */
  readonly clause?: string;
  readonly inputs: readonly NamedQuantity[];
  readonly result: Quantity;
}

export const QUANTITY_NAMES = [
  'year',
  'rate',
  'share',
  'planned-share',
  'period',
  'convention',
  'days',
  'month-share',
  'year-share',
  'cap',
  'cost',
  'cap-level',
  'item',
  'quantity',
  'unit-sum',
  'limit',
  'percent',
  'months',
  'weeks',
  'reason',
  'kind',
  'principal',
  'base-rate',
  'margin',
  'day-count',
  'days-in-year',
  'amount',
  'open',
  'paid',
  'weight',
  'weight-sum',
  'exact',
  'on',
] as const;
export type QuantityName = (typeof QUANTITY_NAMES)[number];

export interface NamedQuantity {
  readonly name: QuantityName;
  readonly value: Quantity;
}

/** Occupied shares of a post's days: `share` on every day of the period. */
export interface DailyShare extends Period {
  readonly share: Fte;
}

/** A tagged value of the domain. `exact-money` is in cents and not rounded yet. */
export type Quantity =
  | { readonly kind: 'money'; readonly cents: Cents }
  | { readonly kind: 'exact-money'; readonly cents: Fraction }
  | { readonly kind: 'fraction'; readonly value: Fraction }
  | { readonly kind: 'percent'; readonly value: Fraction }
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'days'; readonly days: number }
  | { readonly kind: 'year'; readonly year: number }
  | { readonly kind: 'fte'; readonly fte: Fte }
  | { readonly kind: 'day'; readonly day: PlainDate }
  | { readonly kind: 'period'; readonly period: Period }
  | { readonly kind: 'daily-shares'; readonly shares: readonly DailyShare[] }
  /** Twelve numerators, January first, over the common denominator `whole` (1 = a full month). */
  | { readonly kind: 'months'; readonly units: readonly number[]; readonly whole: number }
  /** A key ("calendar-month") or a proper name ("Ostermontag"). */
  | { readonly kind: 'text'; readonly text: string };

export function money(amount: Cents): Quantity {
  return { kind: 'money', cents: amount };
}

export function text(value: string): Quantity {
  return { kind: 'text', text: value };
}

export function named<Value extends Quantity>(
  name: QuantityName,
  value: Value,
): { readonly name: QuantityName; readonly value: Value } {
  return { name, value };
}

/** A step; the clause is left out where none is given. */
export function step(
  key: StepKey,
  inputs: readonly NamedQuantity[],
  result: Quantity,
  clause?: string,
): DerivationStep {
  return clause === undefined ? { key, inputs, result } : { key, clause, inputs, result };
}
