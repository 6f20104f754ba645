import { intersect, calendarYear } from '../calendar/period.js';
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
import type { ShareSegment } from './daily-shares.js';
import { toDailyShare } from './daily-shares.js';
import type { AnnualRate, EntitlementPlan, YearEntitlement } from './entitlement.js';
import { fteFraction } from './fte.js';
import { unitsByMonth, wholeYearUnits } from './year-units.js';

/** Explains an entitlement year by year: rate, share, time, share of the year, product, rounding. */
export function entitlementDerivation(
  plan: EntitlementPlan,
  shares: readonly ShareSegment[],
  byYear: readonly YearEntitlement[],
  amount: Cents,
): Derivation {
  const steps = byYear.flatMap((year) => yearSteps(plan, shares, year));
  if (byYear.length > 1) {
    const years = byYear.map((year) => named('amount', money(year.amount)));
    steps.push(step('sum-of-years', years, money(amount)));
  }
  const rounding = 'once-half-away-from-zero';
  return { rule: 'R7', ruleVersion: 1, steps, rounding, result: money(amount) };
}

function yearSteps(
  plan: EntitlementPlan,
  shares: readonly ShareSegment[],
  of: YearEntitlement,
): DerivationStep[] {
  const year = named('year', { kind: 'year', year: of.year });
  const share: Quantity = { kind: 'fraction', value: of.share };
  const exact: Quantity = { kind: 'exact-money', cents: of.exactCents };
  return [
    ...of.parts.map(({ rate }) => rateStep(rate, year)),
    step('post-share', [year], { kind: 'fte', fte: plan.plannedFte }, plan.postClause),
    ...timeSteps(plan, shares, of.year, year),
    step('year-share', [year], share, plan.conventionClause),
    ...productSteps(plan, of, year, share, exact),
    step('rounded', [year, named('exact', exact)], money(of.amount)),
  ];
}

function rateStep(rate: AnnualRate, year: NamedQuantity): DerivationStep {
  const from = named('on', { kind: 'day', day: rate.validFrom });
  return step('annual-rate', [year, from], money(rate.annualCents), rate.clause);
}

/** The filled days of the year, and what they weigh under the convention. */
function timeSteps(
  plan: EntitlementPlan,
  shares: readonly ShareSegment[],
  year: number,
  yearInput: NamedQuantity,
): DerivationStep[] {
  const within = intersect(plan.period, calendarYear(year)) ?? calendarYear(year);
  const filled = sharesWithin(shares, within);
  const [only] = filled;
  const steps =
    filled.length === 1 && only?.share === plan.plannedFte
      ? [step('period', [yearInput], { kind: 'period', period: { from: only.from, to: only.to } })]
      : [step('daily-shares', [yearInput], { kind: 'daily-shares', shares: filled })];
  const convention = named('convention', text(plan.convention));
  const result = weighed(plan, shares, year);
  const key = result.kind === 'months' ? 'months' : 'weighted-days';
  return [...steps, step(key, [yearInput, convention], result, plan.conventionClause)];
}

function weighed(plan: EntitlementPlan, shares: readonly ShareSegment[], year: number): Quantity {
  const units = unitsByMonth(plan.convention, year, shares);
  const whole = wholeYearUnits(plan.convention, year);
  if (plan.convention !== 'actual-days' && plan.convention !== 'thirty-360') {
    return { kind: 'months', units, whole: (whole / 12) * plan.plannedFte };
  }
  const sum = units.reduce((all, unit) => all + unit, 0);
  return { kind: 'fraction', value: { n: BigInt(sum), d: BigInt(plan.plannedFte) } };
}

/** Rate × planned share × share of the year; with several rates a part for each of them. */
function productSteps(
  plan: EntitlementPlan,
  of: YearEntitlement,
  year: NamedQuantity,
  share: Quantity,
  exact: Quantity,
): DerivationStep[] {
  const post = named('planned-share', { kind: 'fte', fte: plan.plannedFte });
  const [only] = of.parts;
  if (of.parts.length === 1 && only) {
    const rate = named('rate', money(only.rate.annualCents));
    return [step('product', [year, rate, post, named('year-share', share)], exact)];
  }
  const { n, d } = fteFraction(plan.plannedFte);
  const parts = of.parts.map(({ rate, units }) => {
    const part: Fraction = { n: BigInt(units) * d, d: of.exactCents.d * n };
    const result: Fraction = { n: rate.annualCents * BigInt(units), d: of.exactCents.d };
    return step(
      'rate-part',
      [
        year,
        named('rate', money(rate.annualCents)),
        post,
        named('year-share', { kind: 'fraction', value: part }),
      ],
      { kind: 'exact-money', cents: result },
      rate.clause,
    );
  });
  return [...parts, step('sum-of-parts', [year], exact)];
}

function sharesWithin(
  shares: readonly ShareSegment[],
  within: { readonly from: DailyShare['from']; readonly to: DailyShare['to'] },
): readonly DailyShare[] {
  return shares.flatMap((segment) => {
    const { from, to, share } = toDailyShare(segment);
    const days = intersect({ from, to }, within);
    return days === undefined ? [] : [{ ...days, share }];
  });
}
