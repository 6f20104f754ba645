import type { Instant } from '../../domain/calendar/instant.js';
import { yearOf } from '../../domain/calendar/plain-date.js';
import { dayInGermany } from '../../platform/clock/system-clock.js';

/** Instants around a year in Germany, a day more at each end: for a question to the database. */
export function spanOfYear(year: number): readonly [from: string, until: string] {
  const text = (each: number): string => each.toString().padStart(4, '0');
  return [`${text(year - 1)}-12-31`, `${text(year + 1)}-01-02`];
}

/** Whether it happened in the year, as Germany's calendar has it. */
export function isInYear(at: Instant, year: number): boolean {
  return yearOf(dayInGermany(at)) === year;
}
