import { parsePlainDate as day } from '../domain/calendar/plain-date.js';
import { toBaseRates, toMargins, toOneOffHolidays } from './law.rules.js';

const row = (key: string, validFrom: string, value: string) => ({
  key,
  validFrom: day(validFrom),
  value,
  clause: '§',
});

describe('the law tables, read for calculating', () => {
  it('give exact base rates up to the published day', () => {
    const rows = [row('base-rate', '2016-07-01', '-0.88')];
    expect(toBaseRates(rows, day('2026-12-31'))).toEqual({
      rows: [{ validFrom: '2016-07-01', percent: { n: -88n, d: 100n } }],
      publishedUntil: '2026-12-31',
    });
  });

  it('trust the last base rate for its half-year only where no end is stated', () => {
    const rows = [row('base-rate', '2026-07-01', '1.52')];
    expect(toBaseRates(rows, undefined).publishedUntil).toBe('2026-12-31');
    expect(toBaseRates([], undefined).rows).toEqual([]);
  });

  it('give the margins of the bases that interest knows, with their clause', () => {
    const rows = [row('hhg-29-5', '2002-01-01', '5'), row('agreed', '2002-01-01', '9')];
    expect(toMargins(rows)).toEqual([
      { basis: 'hhg-29-5', validFrom: '2002-01-01', points: { n: 5n, d: 1n }, clause: '§' },
    ]);
  });

  it('give one-off holidays by day and name', () => {
    expect(toOneOffHolidays([row('Reformationstag', '2017-10-31', '1')])).toEqual([
      { on: '2017-10-31', name: 'Reformationstag' },
    ]);
  });
});
