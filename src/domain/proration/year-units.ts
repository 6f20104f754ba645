import { dayNumberOf, daysInMonth, daysInYear } from '../calendar/day-number.js';
import {
  monthUnitsOf,
  yearWeights,
  type DailyConvention,
  type ProrationConvention,
} from './conventions.js';
import type { ShareSegment } from './daily-shares.js';

/** Days of one year that one rate covers, in day numbers. */
export interface RateDays {
  readonly first: number;
  readonly last: number;
}

/** What a whole year at 1 VzÄ-ten-thousandth weighs under the convention. */
export function wholeYearUnits(convention: ProrationConvention, year: number): number {
  return isMonthly(convention) ? 12 * monthUnitsOf(year) : yearWeights(convention, year).yearUnits;
}

/**
 * What the daily shares weigh in one year on the days of one rate: the sum of share × weight of
 * the day, in units of {@link wholeYearUnits}. Whole numbers far below 2^53, so exact.
 */
export function shareUnits(
  convention: ProrationConvention,
  year: number,
  shares: readonly ShareSegment[],
  days: RateDays,
): number {
  return isMonthly(convention)
    ? monthlyUnits(convention, year, shares, days)
    : dailyUnits(convention, year, shares, days);
}

function isMonthly(convention: ProrationConvention): convention is 'full-month' | 'started-month' {
  return convention === 'full-month' || convention === 'started-month';
}

function dailyUnits(
  convention: DailyConvention,
  year: number,
  shares: readonly ShareSegment[],
  days: RateDays,
): number {
  const { cumulative } = yearWeights(convention, year);
  const start = dayNumberOf(year, 1, 1);
  const first = Math.max(days.first, start);
  const last = Math.min(days.last, start + daysInYear(year) - 1);
  return unitsBetween(cumulative, start, shares, first, last);
}

/** Plain numbers in and out: it is called for every month of every calculation sheet. */
function unitsBetween(
  cumulative: Int32Array,
  start: number,
  shares: readonly ShareSegment[],
  first: number,
  last: number,
): number {
  let units = 0;
  for (const segment of shares) {
    const from = segment.first > first ? segment.first : first;
    const to = segment.last < last ? segment.last : last;
    if (from > to) continue;
    const weight = (cumulative[to - start + 1] ?? 0) - (cumulative[from - start] ?? 0);
    units += segment.share * weight;
  }
  return units;
}

/**
 * A month counts with its smallest or largest daily share. If the rate changes within the month,
 * each rate gets its part of the month by days, so that each day belongs to one rate.
 */
function monthlyUnits(
  convention: 'full-month' | 'started-month',
  year: number,
  shares: readonly ShareSegment[],
  days: RateDays,
): number {
  const monthUnits = monthUnitsOf(year);
  let first = dayNumberOf(year, 1, 1);
  let units = 0;
  for (let month = 1; month <= 12; month++) {
    const length = daysInMonth(year, month);
    const last = first + length - 1;
    const covered = Math.min(last, days.last) - Math.max(first, days.first) + 1;
    if (covered > 0) {
      const share = extremeShare(convention, shares, first, last);
      units += share * (covered === length ? monthUnits : covered * (monthUnits / length));
    }
    first = last + 1;
  }
  return units;
}

function extremeShare(
  convention: 'full-month' | 'started-month',
  shares: readonly ShareSegment[],
  first: number,
  last: number,
): number {
  let covered = 0;
  let smallest = Number.MAX_SAFE_INTEGER;
  let largest = 0;
  for (const segment of shares) {
    const days = Math.min(segment.last, last) - Math.max(segment.first, first) + 1;
    if (days <= 0) continue;
    covered += days;
    smallest = Math.min(smallest, segment.share);
    largest = Math.max(largest, segment.share);
  }
  if (convention === 'started-month') return largest;
  return covered === last - first + 1 ? smallest : 0;
}

/** The weight of each month by itself, January first, in units of {@link wholeYearUnits}. */
export function unitsByMonth(
  convention: ProrationConvention,
  year: number,
  shares: readonly ShareSegment[],
): readonly number[] {
  const units = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0];
  const start = dayNumberOf(year, 1, 1);
  const cumulative = isMonthly(convention) ? NO_WEIGHTS : yearWeights(convention, year).cumulative;
  let first = start;
  for (let month = 1; month <= 12; month++) {
    const last = first + daysInMonth(year, month) - 1;
    units[month - 1] = isMonthly(convention)
      ? extremeShare(convention, shares, first, last) * monthUnitsOf(year)
      : unitsBetween(cumulative, start, shares, first, last);
    first = last + 1;
  }
  return units;
}

const NO_WEIGHTS = new Int32Array();
