import { holidaysOn, type HolidayKey, type OneOffHoliday } from './holidays.js';
import { addDays, weekday, type PlainDate } from './plain-date.js';

/** Why a day is no working day: "Sonntag", "Ostermontag". */
export interface NonWorkingReason {
  readonly on: PlainDate;
  readonly key: 'saturday' | 'sunday' | HolidayKey;
  readonly name: string;
}

/** All reasons of one day, the weekend first; empty for a working day. */
export function reasonsOf(
  day: PlainDate,
  oneOffs: readonly OneOffHoliday[],
): readonly NonWorkingReason[] {
  const holidays = holidaysOn(day, oneOffs);
  switch (weekday(day)) {
    case 6:
      return [{ on: day, key: 'saturday', name: 'Samstag' }, ...holidays];
    case 7:
      return [{ on: day, key: 'sunday', name: 'Sonntag' }, ...holidays];
    default:
      return holidays;
  }
}

/** A working day, and the reasons of the days that were passed on the way to it. */
export interface WorkingDay {
  readonly day: PlainDate;
  readonly passed: readonly NonWorkingReason[];
}

export function nextWorkingDay(day: PlainDate, oneOffs: readonly OneOffHoliday[] = []): WorkingDay {
  return search(day, 1, oneOffs);
}

export function lastWorkingDay(day: PlainDate, oneOffs: readonly OneOffHoliday[] = []): WorkingDay {
  return search(day, -1, oneOffs);
}

function search(
  start: PlainDate,
  direction: 1 | -1,
  oneOffs: readonly OneOffHoliday[],
): WorkingDay {
  const passed: NonWorkingReason[] = [];
  let day = start;
  for (;;) {
    const reasons = reasonsOf(day, oneOffs);
    if (reasons.length === 0) return { day, passed };
    passed.push(...reasons);
    day = addDays(day, direction);
  }
}
