import { parsePlainDate as day } from './plain-date.js';
import {
  calendarYear,
  contains,
  covers,
  daysOf,
  intersect,
  overlap,
  period,
  yearsOf,
} from './period.js';
import { InvalidField } from '../errors/invalid-field.js';

const spring = period(day('2023-03-15'), day('2023-12-31'));

describe('a period', () => {
  it('counts both ends', () => {
    expect(daysOf(spring)).toBe(292);
    expect(daysOf(period(day('2024-02-29'), day('2024-02-29')))).toBe(1);
  });

  it('refuses an end before the beginning', () => {
    expect(() => period(day('2023-02-01'), day('2023-01-31'))).toThrow(InvalidField);
  });

  it('knows what lies within and what it shares', () => {
    expect(contains(spring, day('2023-12-31'))).toBe(true);
    expect(contains(spring, day('2024-01-01'))).toBe(false);
    expect(covers(calendarYear(2023), spring)).toBe(true);
    expect(overlap(spring, calendarYear(2024))).toBe(false);
    expect(intersect(spring, period(day('2023-12-01'), day('2024-02-01')))).toEqual({
      from: '2023-12-01',
      to: '2023-12-31',
    });
    expect(intersect(spring, calendarYear(2024))).toBeUndefined();
    expect(yearsOf(period(day('2022-12-31'), day('2024-01-01')))).toEqual([2022, 2023, 2024]);
  });
});
