import { daysInMonth, daysInYear, isLeapYear } from '../calendar/day-number.js';

export const PRORATION_CONVENTIONS = [
  'calendar-month',
  'thirty-360',
  'actual-days',
  'full-month',
  'started-month',
] as const;
/** How a part of a year counts (R7): a term of the contract, printed in each calculation. */
export type ProrationConvention = (typeof PRORATION_CONVENTIONS)[number];

export function isConvention(text: string): text is ProrationConvention {
  return PRORATION_CONVENTIONS.some((convention) => convention === text);
}

/** Conventions that weigh each day by itself; the others look at a month as a whole. */
export type DailyConvention = 'calendar-month' | 'thirty-360' | 'actual-days';

/**
 * The weights of a year's days as whole numbers over `yearUnits`, added up from 1 January:
 * `cumulative[n]` is the weight of the first n days. So any stretch of days costs one subtraction.
 */
export interface YearWeights {
  readonly cumulative: Int32Array;
  /** What the whole year weighs. */
  readonly yearUnits: number;
}

/** The least common multiple of the lengths of months: 28, 30, 31 and 29, 30, 31. */
const COMMON_MONTH = { common: 13_020, leap: 26_970 } as const;

/** What a month weighs by calendar months: a multiple of each of its year's month lengths. */
export function monthUnitsOf(year: number): number {
  return isLeapYear(year) ? COMMON_MONTH.leap : COMMON_MONTH.common;
}

/** Weights depend on the convention and on whether 29 February exists, on nothing else. */
const WEIGHTS: Readonly<Record<DailyConvention, Record<'common' | 'leap', YearWeights>>> = {
  'calendar-month': bothKinds('calendar-month'),
  'thirty-360': bothKinds('thirty-360'),
  'actual-days': bothKinds('actual-days'),
};

export function yearWeights(convention: DailyConvention, year: number): YearWeights {
  return WEIGHTS[convention][isLeapYear(year) ? 'leap' : 'common'];
}

function bothKinds(convention: DailyConvention): Record<'common' | 'leap', YearWeights> {
  return { common: makeWeights(convention, 2023), leap: makeWeights(convention, 2024) };
}

function makeWeights(convention: DailyConvention, year: number): YearWeights {
  const cumulative = new Int32Array(daysInYear(year) + 1);
  let at = 0;
  for (let month = 1; month <= 12; month++) {
    const length = daysInMonth(year, month);
    for (let day = 1; day <= length; day++, at++) {
      cumulative[at + 1] = (cumulative[at] ?? 0) + weightOf(convention, year, day, length);
    }
  }
  return { cumulative, yearUnits: cumulative[at] ?? 0 };
}

function weightOf(
  convention: DailyConvention,
  year: number,
  day: number,
  monthLength: number,
): number {
  switch (convention) {
    case 'calendar-month':
      return monthUnitsOf(year) / monthLength;
    case 'thirty-360':
      return thirtyDayWeight(day, monthLength);
    case 'actual-days':
      return 1;
  }
}

/** A day weighs 1, the 31st nothing, and the last day of February fills the month up to 30. */
function thirtyDayWeight(day: number, monthLength: number): number {
  if (day === 31) return 0;
  return day === monthLength ? 30 - day + 1 : 1;
}
