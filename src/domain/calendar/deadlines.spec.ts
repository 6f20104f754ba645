import { deadline, noticePeriodBefore, weeksAfterQuarter } from './deadlines.js';
import { parsePlainDate as day } from './plain-date.js';

const ONE_OFFS = [{ on: day('2017-10-31'), name: 'Reformationstag' }];

describe('a Frist (R12, R13)', () => {
  it.each([
    ['2022-01-15', '2022-01-17', ['Samstag', 'Sonntag']],
    ['2023-01-15', '2023-01-16', ['Sonntag']],
    ['2024-01-15', '2024-01-15', []],
    ['2024-03-31', '2024-04-02', ['Sonntag', 'Ostermontag']],
    ['2017-10-31', '2017-11-02', ['Reformationstag', 'Allerheiligen']],
    ['2022-12-24', '2022-12-27', ['Samstag', 'Sonntag', '1. Weihnachtstag', '2. Weihnachtstag']],
  ])('that ends on %s is due on %s: %j', (date, dueOn, reasons) => {
    const result = deadline(day(date), 'frist', ONE_OFFS);
    expect(result.dueOn).toBe(dueOn);
    expect(result.moved).toBe(date !== dueOn);
    expect(result.reasons.map(({ name }) => name)).toEqual(reasons);
    expect(result.derivation().result).toEqual({ kind: 'day', day: dueOn });
    expect(result).not.toHaveProperty('safeOn');
  });

  it('of four weeks after the quarter 2023/4 is due on Monday, 29.01.2024', () => {
    const result = weeksAfterQuarter({ year: 2023, quarter: 4, weeks: 4 });
    expect(result.dueOn).toBe('2024-01-29');
    expect(result.derivation().steps.map(({ key }) => key)).toEqual([
      'end-of-quarter',
      'weeks-after',
      'non-working-day',
      'due-day',
    ]);
  });
});

describe('a Termin', () => {
  it('does not move, even on Easter Sunday', () => {
    expect(deadline(day('2024-03-31'), 'termin')).toMatchObject({
      dueOn: '2024-03-31',
      moved: false,
      reasons: [],
    });
  });
});

describe('a notice period', () => {
  it.each([
    ['2024-12-31', '2024-06-30', '2024-06-28'],
    ['2029-12-31', '2029-06-30', '2029-06-29'],
    ['2025-12-31', '2025-06-30', '2025-06-30'],
  ])('of six months to %s ends on %s and is safe on %s', (end, dueOn, safeOn) => {
    expect(noticePeriodBefore(day(end), 6)).toMatchObject({ dueOn, safeOn, moved: false });
  });

  it('keeps the given day and names the safe one', () => {
    expect(deadline(day('2024-06-30'), 'notice-period')).toMatchObject({
      dueOn: '2024-06-30',
      safeOn: '2024-06-28',
      reasons: [],
    });
  });
});
