import { strict as assert } from 'node:assert';
import {
  money,
  named,
  step,
  text,
  type Derivation,
  type DerivationStep,
} from '../derivation/derivation.js';
import { cents, minCents, sumCents, type Cents } from '../money/cents.js';
import { roundHalfAwayFromZero } from '../money/fraction.js';

/** "Festbetrag": a sum for each unit, with the limits that the directive sets. */
export interface FixedSum {
  readonly name: string;
  readonly amountCents: Cents;
  /** At most so many units in a month, or in all. */
  readonly maxPerMonth?: number;
  readonly maxInTotal?: number;
  /** At most so much on one day, and at most so many percent of the whole grant. */
  readonly maxCentsPerDay?: Cents;
  readonly maxPercentOfGrant?: number;
  readonly clause?: string;
}

/**
 * What was done of one item, as whole units: one count a month where the item is limited by month,
 * one count a day where it is limited by day, else in any grouping.
 */
export interface FixedSumCount {
  readonly item: FixedSum;
  readonly counts: readonly number[];
}

export interface FixedSumEntitlement {
  readonly amount: Cents;
  readonly byItem: readonly { readonly name: string; readonly amount: Cents }[];
  readonly derivation: () => Derivation;
}

/** Counts for an agreed quantity that repeats month by month: 1 × 12 months, or 40 once. */
export function agreedCounts(quantity: number, months = 1): readonly number[] {
  return Array.from({ length: months }, () => quantity);
}

/**
 * "Anspruch nach Festbeträgen" of KOMM-AN II (R6a): quantity × fixed sum, within the limits. The
 * proof counts quantities, so nothing is compared with cost.
 * @param grantCents the whole grant, for limits in percent of it
 */
export function fixedSumEntitlement(
  lines: readonly FixedSumCount[],
  grantCents: Cents,
): FixedSumEntitlement {
  const computed = lines.map((line) => itemAmount(line, grantCents));
  const amount = sumCents(computed.map((line) => line.amount));
  const byItem = computed.map((line) => ({ name: line.name, amount: line.amount }));
  const derivation = (): Derivation => ({
    rule: 'R6a',
    ruleVersion: 1,
    steps: [
      ...computed.flatMap(({ steps }) => steps),
      step(
        'total',
        byItem.map((line) => named('amount', money(line.amount))),
        money(amount),
      ),
    ],
    rounding: 'none',
    result: money(amount),
  });
  return { amount, byItem, derivation };
}

interface ItemAmount {
  readonly name: string;
  readonly amount: Cents;
  readonly steps: readonly DerivationStep[];
}

function itemAmount({ item, counts }: FixedSumCount, grantCents: Cents): ItemAmount {
  assert(
    counts.every((count) => Number.isSafeInteger(count) && count >= 0),
    'fixedSumEntitlement: a count is no whole number',
  );
  const what = named('item', text(item.name));
  const unit = named('unit-sum', money(item.amountCents));
  const done = sum(counts);
  const counted = limitedCounts(item, counts);
  const plain = cents(item.amountCents * BigInt(sum(counted)));
  const byDay = limitedByDay(item, counted);
  const limit = grantLimit(item, grantCents);
  const amount = limit === undefined ? byDay : minCents(byDay, limit);
  const steps = [
    step('quantity', [what], { kind: 'number', value: done }),
    ...when(sum(counted) !== done, () =>
      step('capped-quantity', [what], { kind: 'number', value: sum(counted) }, item.clause),
    ),
    step(
      'fixed-sum',
      [what, unit, named('quantity', { kind: 'number', value: sum(counted) })],
      money(plain),
      item.clause,
    ),
    ...when(byDay !== plain, () => step('capped-sum', [what], money(byDay), item.clause)),
    ...when(amount !== byDay, () =>
      step(
        'capped-grant-share',
        [what, ...grantInputs(item, grantCents)],
        money(amount),
        item.clause,
      ),
    ),
  ];
  return { name: item.name, amount, steps };
}

function limitedCounts(item: FixedSum, counts: readonly number[]): readonly number[] {
  const { maxPerMonth = Infinity, maxInTotal = Infinity } = item;
  const monthly = counts.map((count) => Math.min(count, maxPerMonth));
  return sum(monthly) <= maxInTotal ? monthly : [maxInTotal];
}

function limitedByDay({ amountCents, maxCentsPerDay }: FixedSum, counts: readonly number[]): Cents {
  return sumCents(
    counts.map((count) => {
      const amount = cents(amountCents * BigInt(count));
      return maxCentsPerDay === undefined ? amount : minCents(amount, maxCentsPerDay);
    }),
  );
}

function grantLimit({ maxPercentOfGrant }: FixedSum, grantCents: Cents): Cents | undefined {
  if (maxPercentOfGrant === undefined) return undefined;
  return cents(roundHalfAwayFromZero({ n: grantCents * BigInt(maxPercentOfGrant), d: 100n }));
}

function grantInputs({ maxPercentOfGrant = 0 }: FixedSum, grantCents: Cents) {
  const percent = { n: BigInt(maxPercentOfGrant), d: 1n };
  return [
    named('percent', { kind: 'percent', value: percent } as const),
    named('amount', money(grantCents)),
  ];
}

function when<T>(condition: boolean, make: () => T): readonly T[] {
  return condition ? [make()] : [];
}

function sum(counts: readonly number[]): number {
  return counts.reduce((all, count) => all + count, 0);
}
