import { addDays, plainDate, weekday, yearOf, type PlainDate } from './plain-date.js';

/** A holiday by law of one year only, such as 31.10.2017: a dated row of the law tables. */
export interface OneOffHoliday {
  readonly on: PlainDate;
  readonly name: string;
}

export interface Holiday {
  readonly on: PlainDate;
  readonly key: HolidayKey;
  /** As the statute names it. */
  readonly name: string;
}

/** Holidays of NRW on a fixed day, or a fixed number of days after Easter Sunday. */
const RULES = [
  { key: 'new-year', name: 'Neujahr', month: 1, day: 1 },
  { key: 'good-friday', name: 'Karfreitag', easter: -2 },
  { key: 'easter-monday', name: 'Ostermontag', easter: 1 },
  { key: 'labour-day', name: 'Tag der Arbeit', month: 5, day: 1 },
  { key: 'ascension', name: 'Christi Himmelfahrt', easter: 39 },
  { key: 'whit-monday', name: 'Pfingstmontag', easter: 50 },
  { key: 'corpus-christi', name: 'Fronleichnam', easter: 60 },
  { key: 'unity-day', name: 'Tag der Deutschen Einheit', month: 10, day: 3 },
  { key: 'all-saints', name: 'Allerheiligen', month: 11, day: 1 },
  { key: 'christmas-day', name: '1. Weihnachtstag', month: 12, day: 25 },
  { key: 'boxing-day', name: '2. Weihnachtstag', month: 12, day: 26 },
] as const;

export type HolidayKey = (typeof RULES)[number]['key'] | 'one-off';

/**
 * "Gesetzliche Feiertage" of NRW in a year, in order; one-off holidays come in as data (R16).
 * @see § 2 Abs. 1 Feiertagsgesetz NW
 */
export function holidaysOf(
  year: number,
  oneOffs: readonly OneOffHoliday[] = [],
): readonly Holiday[] {
  const once = oneOffs
    .filter(({ on }) => yearOf(on) === year)
    .map(({ on, name }): Holiday => ({ on, key: 'one-off', name }));
  return once.length === 0
    ? yearlyHolidays(year)
    : [...yearlyHolidays(year), ...once].toSorted((a, b) => (a.on < b.on ? -1 : 1));
}

/** All holidays on the day: Ascension and 1 May fell together in 2008. */
export function holidaysOn(
  day: PlainDate,
  oneOffs: readonly OneOffHoliday[] = [],
): readonly Holiday[] {
  return holidaysOf(yearOf(day), oneOffs).filter(({ on }) => on === day);
}

/** "Werktag" in the sense of R12: Monday to Friday, and no holiday in NRW. */
export function isWorkingDay(day: PlainDate, oneOffs: readonly OneOffHoliday[] = []): boolean {
  return weekday(day) <= 5 && holidaysOn(day, oneOffs).length === 0;
}

/** Years are few and asked for again and again; the result depends on nothing but the year. */
const yearly = new Map<number, readonly Holiday[]>();

function yearlyHolidays(year: number): readonly Holiday[] {
  const known = yearly.get(year);
  if (known) return known;
  const easter = easterSunday(year);
  const holidays = RULES.map((rule): Holiday => ({
    on: 'easter' in rule ? addDays(easter, rule.easter) : plainDate(year, rule.month, rule.day),
    key: rule.key,
    name: rule.name,
  })).toSorted((a, b) => (a.on < b.on ? -1 : 1));
  yearly.set(year, holidays);
  return holidays;
}

/** Easter Sunday of the Gregorian calendar, by the rule of Meeus, Jones and Butcher. */
export function easterSunday(year: number): PlainDate {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const yearOfCentury = year % 100;
  const correction = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const epact = (19 * golden + century - Math.floor(century / 4) - correction + 15) % 30;
  const leap = 32 + 2 * (century % 4) + 2 * Math.floor(yearOfCentury / 4);
  const sunday = (leap - epact - (yearOfCentury % 4)) % 7;
  const shift = Math.floor((golden + 11 * epact + 22 * sunday) / 451);
  const march = epact + sunday - 7 * shift + 114;
  return plainDate(year, Math.floor(march / 31), (march % 31) + 1);
}
