import fc from 'fast-check';
import {
  addDays,
  addMonths,
  addMonthsToEnd,
  daysBetween,
  daysInMonth,
  formatGermanDay,
  fromDayNumber,
  isLeapYear,
  isPlainDate,
  lastOfQuarter,
  parseGermanDay,
  parsePlainDate,
  toDayNumber,
  weekday,
  type PlainDate,
} from './plain-date.js';
import { InvalidField } from '../errors/invalid-field.js';

const day = (text: string): PlainDate => parsePlainDate(text);
const anyDay = fc.integer({ min: -25_000, max: 80_000 }).map(fromDayNumber);

describe('a day', () => {
  it.each([
    ['2023-02-31', 'date-missing'],
    ['2023-13-01', 'date-missing'],
    ['2023-00-10', 'date-missing'],
    ['2023-02-29', 'date-missing'],
    ['0203-03-15', 'date-out-of-range'],
    ['15.03.2023', 'date'],
    ['2023-3-15', 'date'],
    ['2023-03-15T00:00', 'date'],
    ['', 'date'],
  ] as const)('refuses "%s" with the reason %s', (text, reason) => {
    expect(isPlainDate(text)).toBe(false);
    const refusal = new InvalidField(reason, text, '/from');
    expect(() => parsePlainDate(text, '/from')).toThrow(refusal);
  });

  it('is written the German way and read back', () => {
    expect(formatGermanDay(day('2023-03-15'))).toBe('15.03.2023');
    expect(parseGermanDay('5.3.2023')).toBe('2023-03-05');
    expect(() => parseGermanDay('31.02.2023')).toThrow();
    expect(() => parseGermanDay('2023-03-15')).toThrow();
  });

  it.each([
    ['2023-12-31', 2, '2024-02-29'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2023-03-15', -3, '2022-12-15'],
  ])('%s plus %i months is %s (R14, § 188 BGB)', (from, months, expected) => {
    expect(addMonths(day(from), months)).toBe(expected);
  });

  it('keeps the end of the month where the rule counts to month ends', () => {
    expect(addMonthsToEnd(day('2024-12-31'), -6)).toBe('2024-06-30');
    expect(addMonthsToEnd(day('2024-06-30'), -6)).toBe('2023-12-31');
  });

  it('knows quarters, month lengths and leap years', () => {
    expect(lastOfQuarter(2023, 4)).toBe('2023-12-31');
    expect(daysInMonth(1900, 2)).toBe(28);
    expect([2000, 2023, 2024, 2100].map(isLeapYear)).toEqual([true, false, true, false]);
  });

  it('counts as the platform counts', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -4_000, max: 4_000 }), (date, days) => {
        const utc = new Date(`${date}T00:00:00Z`);
        expect(toDayNumber(date) * 86_400_000).toBe(utc.getTime());
        expect(weekday(date)).toBe(((utc.getUTCDay() + 6) % 7) + 1);
        expect(daysBetween(date, addDays(date, days))).toBe(days);
      }),
    );
  });
});
