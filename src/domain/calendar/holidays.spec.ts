import { getHolidays } from 'feiertagejs';
import { easterSunday, holidaysOf, holidaysOn, isWorkingDay } from './holidays.js';
import { parsePlainDate as day } from './plain-date.js';

const REFORMATION = { on: day('2017-10-31'), name: 'Reformationstag' };
const YEARS = Array.from({ length: 180 }, (_, index) => 1996 + index);

describe('the holidays of NRW', () => {
  it('are the eleven of the statute (R16)', () => {
    expect(holidaysOf(2024).map(({ on, name }) => `${on} ${name}`)).toEqual([
      '2024-01-01 Neujahr',
      '2024-03-29 Karfreitag',
      '2024-04-01 Ostermontag',
      '2024-05-01 Tag der Arbeit',
      '2024-05-09 Christi Himmelfahrt',
      '2024-05-20 Pfingstmontag',
      '2024-05-30 Fronleichnam',
      '2024-10-03 Tag der Deutschen Einheit',
      '2024-11-01 Allerheiligen',
      '2024-12-25 1. Weihnachtstag',
      '2024-12-26 2. Weihnachtstag',
    ]);
  });

  it('have the one-off day only where the table has it', () => {
    expect(isWorkingDay(REFORMATION.on)).toBe(true);
    expect(isWorkingDay(REFORMATION.on, [REFORMATION])).toBe(false);
    expect(holidaysOf(2017, [REFORMATION]).at(8)?.name).toBe('Reformationstag');
    expect(holidaysOf(2018, [REFORMATION])).toHaveLength(11);
  });

  it('may fall together, as in 2008', () => {
    expect(
      holidaysOn(day('2008-05-01'))
        .map(({ key }) => key)
        .toSorted(),
    ).toEqual(['ascension', 'labour-day']);
  });

  it.each([
    [1961, '1961-04-02'],
    [2000, '2000-04-23'],
    [2008, '2008-03-23'],
    [2024, '2024-03-31'],
    [2038, '2038-04-25'],
  ])('Easter %i is on %s', (year, expected) => {
    expect(easterSunday(year)).toBe(expected);
  });

  it('agree with an independent calendar over 180 years', () => {
    const differing = YEARS.filter((year) => {
      const theirs = getHolidays(year, 'NW').map(({ dateString }) => dateString);
      const ours = holidaysOf(year, year === 2017 ? [REFORMATION] : []).map(({ on }) => on);
      return theirs.toSorted().join() !== ours.join();
    });
    expect(differing).toEqual([]);
  });
});
