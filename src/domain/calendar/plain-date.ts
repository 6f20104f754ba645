import { UTCDate } from '@date-fns/utc';
// One function a file: the whole library would cost a tenth of a second at each start.
import { addMonths as addCalendarMonths } from 'date-fns/addMonths';
import { endOfMonth } from 'date-fns/endOfMonth';
import { InvalidField } from '../errors/invalid-field.js';
import { dayNumberOf, daysInMonth, partsOfDayNumber } from './day-number.js';

export { daysInMonth, daysInYear, isLeapYear } from './day-number.js';

declare const brand: unique symbol;

/** A calendar day as ISO text ("2023-03-15"), without time and zone. Sorts as text. */
export type PlainDate = string & { readonly [brand]: 'PlainDate' };

/** A stretch of days; `from` and `to` are both included. */
export interface Period {
  readonly from: PlainDate;
  readonly to: PlainDate;
}

/** A grant lives in these years; a day outside them is a typing mistake ("0203-03-15"). */
export const FIRST_YEAR = 1900;
export const LAST_YEAR = 2199;

const ISO_DAY = /^(\d{4})-(\d{2})-(\d{2})$/;
const GERMAN_DAY = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/;

/** Whether the text is a day that exists: "2023-02-31" is none. */
export function isPlainDate(text: string): text is PlainDate {
  return reasonAgainst(text) === undefined;
}

/**
 * Reads an ISO day.
 * @throws InvalidField reason `date` (form), `date-missing` (2023-02-31), `date-out-of-range`
 */
export function parsePlainDate(text: string, pointer = ''): PlainDate {
  const reason = reasonAgainst(text);
  if (reason !== undefined) throw new InvalidField(reason, text, pointer);
  return text as PlainDate;
}

/** Reads "15.03.2023" or "1.3.2023". @throws InvalidField as {@link parsePlainDate} */
export function parseGermanDay(text: string, pointer = ''): PlainDate {
  const match = GERMAN_DAY.exec(text.trim());
  if (!match) throw new InvalidField('date', text, pointer);
  const [, day = '', month = '', year = ''] = match;
  return parsePlainDate(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`, pointer);
}

/** Writes "15.03.2023". */
export function formatGermanDay(date: PlainDate): string {
  return `${date.slice(8)}.${date.slice(5, 7)}.${date.slice(0, 4)}`;
}

const TWO_DIGITS = Array.from({ length: 100 }, (_, value) => value.toString().padStart(2, '0'));

/** The day of these numbers; the caller knows that it exists. */
export function plainDate(year: number, month: number, day: number): PlainDate {
  const century = TWO_DIGITS[Math.floor(year / 100)] ?? '';
  const yearText = `${century}${TWO_DIGITS[year % 100] ?? ''}`;
  return `${yearText}-${TWO_DIGITS[month] ?? ''}-${TWO_DIGITS[day] ?? ''}` as PlainDate;
}

/** Days since 1970-01-01; read digit by digit, as it stands in the innermost loops. */
export function toDayNumber(date: PlainDate): number {
  return dayNumberOf(yearOf(date), monthOf(date), dayOf(date));
}

export function fromDayNumber(number: number): PlainDate {
  const { year, month, day } = partsOfDayNumber(number);
  return plainDate(year, month, day);
}

const DIGIT_ZERO = 48;

function digits(date: PlainDate, from: number, to: number): number {
  let value = 0;
  for (let index = from; index < to; index++) {
    value = value * 10 + date.charCodeAt(index) - DIGIT_ZERO;
  }
  return value;
}

export function yearOf(date: PlainDate): number {
  return digits(date, 0, 4);
}

/** 1 to 12. */
export function monthOf(date: PlainDate): number {
  return digits(date, 5, 7);
}

export function dayOf(date: PlainDate): number {
  return digits(date, 8, 10);
}

export function addDays(date: PlainDate, days: number): PlainDate {
  return fromDayNumber(toDayNumber(date) + days);
}

/** From `a` to `b`, the end not counted: 0 for the same day, negative if `b` is earlier. */
export function daysBetween(a: PlainDate, b: PlainDate): number {
  return toDayNumber(b) - toDayNumber(a);
}

/**
 * The day with the same number `months` later, or the month's last day where it is shorter:
 * 31.12.2023 + 2 months = 29.02.2024 (R14). Negative counts back.
 * @see § 188 Abs. 2 und 3 BGB
 */
export function addMonths(date: PlainDate, months: number): PlainDate {
  return fromUtcDate(addCalendarMonths(toUtcDate(date), months));
}

/**
 * As {@link addMonths}, but the last day of a month leads to the last day of a month: a notice
 * period "six months before 31.12." ends on 30.06., and before 30.06. on 31.12.
 */
export function addMonthsToEnd(date: PlainDate, months: number): PlainDate {
  const shifted = addCalendarMonths(toUtcDate(date), months);
  return fromUtcDate(isLastOfMonth(date) ? endOfMonth(shifted) : shifted);
}

/** 1 Monday to 7 Sunday. */
export function weekday(date: PlainDate): number {
  return weekdayOfDayNumber(toDayNumber(date));
}

/** 1 Monday to 7 Sunday; 1970-01-01 was a Thursday. */
export function weekdayOfDayNumber(number: number): number {
  return ((((number + 3) % 7) + 7) % 7) + 1;
}

export function firstOfYear(year: number): PlainDate {
  return plainDate(year, 1, 1);
}

export function lastOfYear(year: number): PlainDate {
  return plainDate(year, 12, 31);
}

export function lastOfMonth(date: PlainDate): PlainDate {
  return plainDate(yearOf(date), monthOf(date), daysInMonth(yearOf(date), monthOf(date)));
}

export function isLastOfMonth(date: PlainDate): boolean {
  return dayOf(date) === daysInMonth(yearOf(date), monthOf(date));
}

/** @param quarter 1 to 4. */
export function lastOfQuarter(year: number, quarter: number): PlainDate {
  return lastOfMonth(plainDate(year, quarter * 3, 1));
}

export function minDate(a: PlainDate, b: PlainDate): PlainDate {
  return a < b ? a : b;
}

export function maxDate(a: PlainDate, b: PlainDate): PlainDate {
  return a > b ? a : b;
}

function reasonAgainst(text: string): 'date' | 'date-missing' | 'date-out-of-range' | undefined {
  const match = ISO_DAY.exec(text);
  if (!match) return 'date';
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  if (day < 1 || day > daysInMonth(year, month)) return 'date-missing';
  return year < FIRST_YEAR || year > LAST_YEAR ? 'date-out-of-range' : undefined;
}

function toUtcDate(date: PlainDate): UTCDate {
  return new UTCDate(yearOf(date), monthOf(date) - 1, dayOf(date));
}

function fromUtcDate(date: Date): PlainDate {
  return plainDate(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate());
}
