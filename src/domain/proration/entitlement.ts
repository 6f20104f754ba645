import { strict as assert } from 'node:assert';
import { dayNumberOf, daysInYear } from '../calendar/day-number.js';
import { toDayNumber, yearOf, type PlainDate } from '../calendar/plain-date.js';
import type { Derivation } from '../derivation/derivation.js';
import { cents, type Cents } from '../money/cents.js';
import { roundHalfAwayFromZero, type Fraction } from '../money/fraction.js';
import type { ProrationConvention } from './conventions.js';
import { dailyShares, type Post, type ShareSegment } from './daily-shares.js';
import { entitlementDerivation } from './entitlement-derivation.js';
import { FULL_TIME } from './fte.js';
import { RateMissing } from './proration.errors.js';
import { shareUnits, wholeYearUnits } from './year-units.js';

/** A yearly sum for 1.0 VzÄ (staff or material), in force until the next row's first day. */
export interface AnnualRate {
  readonly validFrom: PlainDate;
  readonly annualCents: Cents;
  readonly clause?: string;
}

/** Everything that an entitlement depends on. */
export interface EntitlementPlan extends Post {
  /** In order of `validFrom`; each day belongs to the last row that began by then. */
  readonly rates: readonly AnnualRate[];
  readonly convention: ProrationConvention;
  /** For the derivation only: what the convention and the post rest on. */
  readonly conventionClause?: string;
  readonly postClause?: string;
}

/** One rate within one year, with what the post's shares weigh on its days. */
export interface RatePart {
  readonly rate: AnnualRate;
  readonly units: number;
}

/** "Anspruch" of one calendar year: rounded once. */
export class YearEntitlement {
  readonly amount: Cents;
  /** The amount before rounding, in cents. */
  readonly exactCents: Fraction;

  constructor(
    readonly year: number,
    readonly parts: readonly RatePart[],
    /** What the full planned share weighs over the whole year. */
    private readonly fullUnits: number,
    /** What 1.0 VzÄ weighs over the whole year. */
    fullTimeUnits: number,
  ) {
    this.exactCents = { n: exactUnits(parts), d: BigInt(fullTimeUnits) };
    this.amount = cents(roundHalfAwayFromZero(this.exactCents));
  }

  /** The part of the year that the planned share is filled: time only, 1 for a full year. */
  get share(): Fraction {
    let units = 0;
    for (const part of this.parts) units += part.units;
    return { n: BigInt(units), d: BigInt(this.fullUnits) };
  }
}

function exactUnits(parts: readonly RatePart[]): bigint {
  let n = 0n;
  for (const { rate, units } of parts) n += rate.annualCents * BigInt(units);
  return n;
}

export interface Entitlement {
  readonly amount: Cents;
  readonly byYear: readonly YearEntitlement[];
  /** Made when asked for: most sums are computed far more often than explained. */
  readonly derivation: () => Derivation;
}

/**
 * "Anspruch": what a post's filled time yields (R7-R9): rate × share of the year, by calendar year.
 *
 * The convention looks at the post's total share on each day, not at persons, so a change of person
 * costs nothing. A rate that changes within the year counts for its own days; each calendar year
 * is computed exactly and rounded once, half away from zero, and the years are added.
 *
 * @throws RateMissing if a filled day lies before the first rate
 */
export function entitlement(plan: EntitlementPlan): Entitlement {
  assert(plan.plannedFte > 0, 'entitlement: the planned share is not positive');
  assert(isInOrder(plan.rates), 'entitlement: the rates are not in order');
  const shares = dailyShares(plan);
  ensureRated(plan, shares);
  const byYear: YearEntitlement[] = [];
  let amount = 0n;
  const last = yearOf(plan.period.to);
  for (let year = yearOf(plan.period.from); year <= last; year++) {
    const ofYear = yearEntitlement(plan, shares, year);
    byYear.push(ofYear);
    amount += ofYear.amount;
  }
  const total = cents(amount);
  return {
    amount: total,
    byYear,
    derivation: () => entitlementDerivation(plan, shares, byYear, total),
  };
}

function yearEntitlement(
  plan: EntitlementPlan,
  shares: readonly ShareSegment[],
  year: number,
): YearEntitlement {
  const { convention, rates, plannedFte } = plan;
  const whole = wholeYearUnits(convention, year);
  const first = dayNumberOf(year, 1, 1);
  const last = first + daysInYear(year) - 1;
  const parts: RatePart[] = [];
  rates.forEach((rate, index) => {
    const days = daysOfRate(rates, index, first, last);
    if (days.first > days.last) return;
    const units = shareUnits(convention, year, shares, days);
    if (units > 0) parts.push({ rate, units });
  });
  return new YearEntitlement(year, parts, whole * plannedFte, whole * FULL_TIME);
}

/** The first rate reaches back: what lies before it is refused beforehand, if it counts at all. */
function daysOfRate(
  rates: readonly AnnualRate[],
  index: number,
  first: number,
  last: number,
): { first: number; last: number } {
  const rate = rates[index];
  const next = rates[index + 1];
  return {
    first: index === 0 || rate === undefined ? first : Math.max(first, toDayNumber(rate.validFrom)),
    last: next === undefined ? last : Math.min(last, toDayNumber(next.validFrom) - 1),
  };
}

function ensureRated(plan: EntitlementPlan, shares: readonly ShareSegment[]): void {
  const [filled] = shares;
  const [rate] = plan.rates;
  if (filled === undefined || (rate && rate.validFrom <= plan.period.from)) return;
  if (rate === undefined || filled.first < toDayNumber(rate.validFrom)) {
    throw new RateMissing({ from: plan.period.from, firstRate: rate?.validFrom ?? '' });
  }
}

function isInOrder(rates: readonly AnnualRate[]): boolean {
  return rates.every(
    ({ validFrom }, index) => index === 0 || (rates[index - 1]?.validFrom ?? '') < validFrom,
  );
}
