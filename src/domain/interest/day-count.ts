import { dayNumberOf, daysInYear } from '../calendar/day-number.js';
import { daysOf } from '../calendar/period.js';
import { toDayNumber, yearOf, type Period } from '../calendar/plain-date.js';
import { yearWeights } from '../proration/conventions.js';

export const DAY_COUNTS = ['act/act', 'act/365', 'thirty-360'] as const;
/** "Zinstage": actual days over 365 or 366, over 365 always, or 30 days a month over 360 (R20). */
export type DayCount = (typeof DAY_COUNTS)[number];

export interface CountedDays {
  readonly days: number;
  readonly daysInYear: number;
}

/** Counts a period that lies within one calendar year. */
export function countDays(period: Period, dayCount: DayCount): CountedDays {
  switch (dayCount) {
    case 'act/act':
      return { days: daysOf(period), daysInYear: daysInYear(yearOf(period.from)) };
    case 'act/365':
      return { days: daysOf(period), daysInYear: 365 };
    case 'thirty-360':
      return { days: thirtyDays(period), daysInYear: 360 };
  }
}

/** Each day weighs as in the proration of the same name. */
function thirtyDays({ from, to }: Period): number {
  const { cumulative } = yearWeights('thirty-360', yearOf(from));
  const start = dayNumberOf(yearOf(from), 1, 1);
  const before = cumulative[toDayNumber(from) - start] ?? 0;
  return (cumulative[toDayNumber(to) - start + 1] ?? 0) - before;
}
