import {
  money,
  named,
  step,
  text,
  type Derivation,
  type DerivationStep,
  type Quantity,
} from '../derivation/derivation.js';
import type { Cents } from '../money/cents.js';
import type { Fraction } from '../money/fraction.js';
import type { InterestQuestion, InterestSegment } from './interest.js';

/** Explains interest: principal, payments, a step for each segment, the exact sum, the rounding. */
export function interestDerivation(
  question: InterestQuestion,
  segments: readonly InterestSegment[],
  exactCents: Fraction,
  amount: Cents,
): Derivation {
  const { principal, period, dayCount, payments = [] } = question;
  const exact: Quantity = { kind: 'exact-money', cents: exactCents };
  const steps = [
    step('principal', [], money(principal)),
    step('period', [named('day-count', text(dayCount))], { kind: 'period', period }),
    ...payments.map(({ on, amount: paid }) =>
      step('part-payment', [named('on', { kind: 'day', day: on })], money(paid)),
    ),
    ...segments.map(segmentStep),
    step('exact-interest', [], exact),
    step('rounded', [named('exact', exact)], money(amount)),
  ];
  const rounding = 'once-half-away-from-zero';
  return { rule: 'R20', ruleVersion: 1, steps, rounding, result: money(amount) };
}

function segmentStep(segment: InterestSegment): DerivationStep {
  const { from, to, days, daysInYear, principal, baseRate, margin, rate } = segment;
  const inputs = [
    named('period', { kind: 'period', period: { from, to } }),
    named('principal', money(principal)),
    named('base-rate', { kind: 'percent', value: baseRate }),
    named('margin', { kind: 'percent', value: margin }),
    named('rate', { kind: 'percent', value: rate }),
    named('days', { kind: 'days', days }),
    named('days-in-year', { kind: 'days', days: daysInYear }),
  ];
  const exact: Quantity = { kind: 'exact-money', cents: segment.exactCents };
  return step('interest-segment', inputs, exact, segment.marginClause);
}
