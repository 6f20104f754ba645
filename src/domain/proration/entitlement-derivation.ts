import { dayNumberOf } from '../calendar/day-number.js';
import {
  money,
  named,
  step,
  text,
  type DailyShare,
  type Derivation,
  type DerivationStep,
  type NamedQuantity,
  type Quantity,
} from '../derivation/derivation.js';
import type { Cents } from '../money/cents.js';
import type { Fraction } from '../money/fraction.js';
import type { ProrationConvention } from './conventions.js';
import { toDailyShare, type ShareSegment } from './daily-shares.js';
import type { EntitlementPlan, RatePart, YearEntitlement } from './entitlement.js';
import { unitsByMonth, wholeYearUnits } from './year-units.js';

/** Explains an entitlement year by year: rate, share, time, share of the year, product, rounding. */
export function entitlementDerivation(
  plan: EntitlementPlan,
  shares: readonly ShareSegment[],
  byYear: readonly YearEntitlement[],
  amount: Cents,
): Derivation {
  const steps: DerivationStep[] = [];
  for (const year of byYear) pushYear(steps, plan, shares, year);
  if (byYear.length > 1) {
    const years = byYear.map((year) => named('amount', money(year.amount)));
    steps.push(step('sum-of-years', years, money(amount)));
  }
  const rounding = 'once-half-away-from-zero';
  return { rule: 'R7', ruleVersion: 1, steps, rounding, result: money(amount) };
}

/** Pushes instead of joining lists: a hundred thousand sheets are written in one go (bench). */
function pushYear(
  steps: DerivationStep[],
  plan: EntitlementPlan,
  shares: readonly ShareSegment[],
  of: YearEntitlement,
): void {
  const year = named('year', { kind: 'year', year: of.year });
  const onlyYear = [year];
  const planned: Quantity = { kind: 'fte', fte: plan.plannedFte };
  const share: Quantity = { kind: 'fraction', value: of.share };
  const exact: Quantity = { kind: 'exact-money', cents: of.exactCents };
  for (const { rate } of of.parts) {
    const from = named('on', { kind: 'day', day: rate.validFrom });
    steps.push(step('annual-rate', [year, from], money(rate.annualCents), rate.clause));
  }
  steps.push(step('post-share', onlyYear, planned, plan.postClause));
  steps.push(filledStep(plan, sharesOfYear(shares, of.year), onlyYear));
  steps.push(weighedStep(plan, shares, year));
  steps.push(step('year-share', onlyYear, share, plan.conventionClause));
  pushProduct(steps, of, { year, planned, share, exact });
  steps.push(step('rounded', [year, named('exact', exact)], money(of.amount)));
}

/** The filled days of the year: one period at the planned share, or a list of daily shares. */
function filledStep(
  plan: EntitlementPlan,
  filled: readonly DailyShare[],
  year: readonly NamedQuantity[],
): DerivationStep {
  const [only] = filled;
  if (filled.length !== 1 || only?.share !== plan.plannedFte) {
    return step('daily-shares', year, { kind: 'daily-shares', shares: filled });
  }
  return step('period', year, { kind: 'period', period: { from: only.from, to: only.to } });
}

/** What the filled days weigh under the convention: months, or days. */
function weighedStep(
  { convention, plannedFte, conventionClause }: EntitlementPlan,
  shares: readonly ShareSegment[],
  year: NamedQuantity & { readonly value: { readonly year: number } },
): DerivationStep {
  const units = unitsByMonth(convention, year.value.year, shares);
  const inputs: NamedQuantity[] = [year, CONVENTION_INPUTS[convention]];
  if (convention === 'actual-days' || convention === 'thirty-360') {
    let sum = 0;
    for (const unit of units) sum += unit;
    const days = { n: BigInt(sum), d: BigInt(plannedFte) };
    const yearDays = wholeYearUnits(convention, year.value.year);
    inputs.push(named('days-in-year', { kind: 'days', days: yearDays }));
    return step('weighted-days', inputs, { kind: 'fraction', value: days }, conventionClause);
  }
  const whole = (wholeYearUnits(convention, year.value.year) / 12) * plannedFte;
  return step('months', inputs, { kind: 'months', units, whole }, conventionClause);
}

const CONVENTION_INPUTS: Readonly<Record<ProrationConvention, NamedQuantity>> = {
  'calendar-month': named('convention', text('calendar-month')),
  'thirty-360': named('convention', text('thirty-360')),
  'actual-days': named('convention', text('actual-days')),
  'full-month': named('convention', text('full-month')),
  'started-month': named('convention', text('started-month')),
};

interface YearFigures {
  readonly year: NamedQuantity;
  readonly planned: Quantity;
  readonly share: Quantity;
  readonly exact: Quantity;
}

/** Rate × planned share × share of the year; with several rates a part for each of them. */
function pushProduct(steps: DerivationStep[], of: YearEntitlement, figures: YearFigures): void {
  const { year, share, exact } = figures;
  const [only] = of.parts;
  if (only && of.parts.length === 1) {
    steps.push(step('product', productInputs(only, figures, share), exact));
    return;
  }
  for (const part of of.parts) {
    const value: Fraction = { n: BigInt(part.units), d: of.share.d };
    const inputs = productInputs(part, figures, { kind: 'fraction', value });
    const cents = { n: part.rate.annualCents * BigInt(part.units), d: of.exactCents.d };
    steps.push(step('rate-part', inputs, { kind: 'exact-money', cents }, part.rate.clause));
  }
  steps.push(step('sum-of-parts', [year], exact));
}

function productInputs(
  { rate }: RatePart,
  { year, planned }: YearFigures,
  share: Quantity,
): readonly NamedQuantity[] {
  return [
    year,
    named('rate', money(rate.annualCents)),
    named('planned-share', planned),
    named('year-share', share),
  ];
}

function sharesOfYear(shares: readonly ShareSegment[], year: number): readonly DailyShare[] {
  const start = dayNumberOf(year, 1, 1);
  const end = dayNumberOf(year, 12, 31);
  const filled: DailyShare[] = [];
  for (const { first, last, share } of shares) {
    if (first > end || last < start) continue;
    const days = { first: Math.max(first, start), last: Math.min(last, end), share };
    filled.push(toDailyShare(days));
  }
  return filled;
}
