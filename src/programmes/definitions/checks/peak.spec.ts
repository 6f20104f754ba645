import type { Period, PlainDate } from '../../../domain/calendar/plain-date.js';
import { firstExcess, withoutHoles } from './peak.js';

const days = (from: string, to: string): Period => ({
  from: from as PlainDate,
  to: to as PlainDate,
});
const use = (from: string, to: string, amount: number) => ({
  period: days(from, to),
  amount,
  by: from,
});

describe('the first excess', () => {
  it('is the first day on which all uses together are too much', () => {
    const uses = [
      use('2023-01-01', '2023-06-30', 6000),
      use('2023-06-30', '2023-12-31', 5000),
      use('2023-07-01', '2023-12-31', 5000),
    ];
    expect(firstExcess(uses, () => 10_000)).toMatchObject({ day: '2023-06-30', total: 11_000 });
    expect(firstExcess(uses, () => 11_000)).toBeUndefined();
  });

  it('is found where the limit falls, too', () => {
    const uses = [use('2023-01-01', '2023-12-31', 6000)];
    const limit = (day: PlainDate) => (day < '2023-07-01' ? 6000 : 5000);
    const change = '2023-07-01' as PlainDate;
    expect(firstExcess(uses, limit, [change])?.day).toBe('2023-07-01');
  });
});

describe('a period without its holes', () => {
  it('keeps the days before, between and after them', () => {
    const holes = [days('2023-02-01', '2023-02-28'), days('2023-12-01', '2024-05-01')];
    expect(withoutHoles(days('2023-01-01', '2023-12-31'), holes)).toEqual([
      days('2023-01-01', '2023-01-31'),
      days('2023-03-01', '2023-11-30'),
    ]);
  });
});
