import { toDayNumber } from '../domain/calendar/plain-date.js';
import {
  money,
  named,
  step,
  type Derivation,
  type DerivationStep,
} from '../domain/derivation/derivation.js';
import { cents, type Cents } from '../domain/money/cents.js';
import {
  fraction,
  multiply,
  roundHalfAwayFromZero,
  sumFractions,
  type Fraction,
} from '../domain/money/fraction.js';
import type { ShareSegment } from '../domain/proration/daily-shares.js';
import { FULL_TIME } from '../domain/proration/fte.js';
import { shareUnits, wholeYearUnits } from '../domain/proration/year-units.js';
import type { LineSpan } from './version.rules.js';

/** The part of a calendar year that one version of a line covers, under its convention. */
export interface SpanShare {
  readonly span: LineSpan;
  readonly share: Fraction;
}

/** The most that a line yields in a year, with its explanation. */
export interface YearCeiling {
  readonly cents: Cents;
  readonly derivation: Derivation;
}

/**
 * Which part of the year each version of a line covers. Days count by the version's convention;
 * a month that two versions share is one month for both.
 *
 * @param spans the line in this year, in order and without overlap
 */
export function shareOfYear(spans: readonly LineSpan[], year: number): readonly SpanShare[] {
  const covered = spans.map(({ period }): ShareSegment => ({
    first: toDayNumber(period.from),
    last: toDayNumber(period.to),
    share: FULL_TIME,
  }));
  return spans.map((span, index) => {
    const { convention } = span.version.terms.proration;
    const days = covered[index] ?? { first: 0, last: -1 };
    const units = shareUnits(convention, year, covered, days);
    return { span, share: fraction(BigInt(units), wholeUnits(convention, year)) };
  });
}

function wholeUnits(convention: Parameters<typeof wholeYearUnits>[0], year: number): bigint {
  return BigInt(wholeYearUnits(convention, year)) * BigInt(FULL_TIME);
}

/**
 * "Höchstbetrag des Jahres": the ceilings of the versions, each for its part of the year; added
 * up exactly and rounded once. A line in force all year has its ceiling to the cent.
 */
export function ceilingOfYear(spans: readonly LineSpan[], year: number): YearCeiling {
  const parts = shareOfYear(spans, year);
  const exact = sumFractions(
    parts.map(({ span, share }) => multiply(fraction(span.line.ceilingCents), share)),
  );
  const rounded = cents(roundHalfAwayFromZero(exact));
  return { cents: rounded, derivation: derivationOf(parts, exact, rounded) };
}

function derivationOf(parts: readonly SpanShare[], exact: Fraction, rounded: Cents): Derivation {
  const steps = parts.map(({ span, share }): DerivationStep => {
    const { line, version, period } = span;
    const inputs = [
      named('limit', money(line.ceilingCents)),
      named('period', { kind: 'period', period }),
      named('convention', { kind: 'text', text: version.terms.proration.convention }),
      named('year-share', { kind: 'fraction', value: share }),
    ];
    const part = multiply(fraction(line.ceilingCents), share);
    return step('cap', inputs, { kind: 'exact-money', cents: part }, line.clause);
  });
  const rounding = step(
    'rounded',
    [named('exact', { kind: 'exact-money', cents: exact })],
    money(rounded),
  );
  return {
    rule: 'R1',
    ruleVersion: 1,
    steps: [...steps, rounding],
    rounding: 'once-half-away-from-zero',
    result: money(rounded),
  };
}
