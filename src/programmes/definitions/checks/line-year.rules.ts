import { calendarYear, intersect } from '../../../domain/calendar/period.js';
import { toDayNumber, type Period } from '../../../domain/calendar/plain-date.js';
import { cents, type Cents } from '../../../domain/money/cents.js';
import {
  fraction,
  multiply,
  roundHalfAwayFromZero,
  sumFractions,
  ZERO,
  type Fraction,
} from '../../../domain/money/fraction.js';
import { FULL_TIME } from '../../../domain/proration/fte.js';
import { shareUnits, wholeYearUnits } from '../../../domain/proration/year-units.js';
import type { ProrationConvention } from '../definition.js';
import type { KnownLine } from '../known-things.js';

/** The most that a line yields in a year: its versions, each for its part of it. */
export function yearlyCeiling(versions: readonly KnownLine[], year: number): Cents {
  return rounded(sumFractions(versions.map((version) => ceilingIn(version, year))));
}

/** The ceiling of a version for the part of the year in which it counts. */
export function ceilingIn({ value, version, inForce }: KnownLine, year: number): Fraction {
  const share = shareOfYear(version.terms.proration.convention, inForce, year);
  return multiply(fraction(value.ceilingCents), share);
}

export function isInYear(period: Period | undefined, year: number): boolean {
  return period !== undefined && intersect(period, calendarYear(year)) !== undefined;
}

export function shareOfYear(
  convention: ProrationConvention,
  inForce: Period | undefined,
  year: number,
): Fraction {
  const period = inForce && intersect(inForce, calendarYear(year));
  if (period === undefined) return ZERO;
  const days = { first: toDayNumber(period.from), last: toDayNumber(period.to) };
  const units = shareUnits(convention, year, [{ ...days, share: FULL_TIME }], days);
  return fraction(BigInt(units), BigInt(wholeYearUnits(convention, year)) * BigInt(FULL_TIME));
}

export function rounded(amount: Fraction): Cents {
  return cents(roundHalfAwayFromZero(amount));
}
