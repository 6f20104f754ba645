import { calendarYear, period } from '../domain/calendar/period.js';
import { parsePlainDate as day } from '../domain/calendar/plain-date.js';
import { fte } from '../domain/proration/fte.js';
import type {
  OccupancyDefinition,
  PositionDefinition,
} from '../programmes/definitions/definition.js';
import { paidPeriods, stretchesOf, vacanciesOf } from './occupancy.rules.js';

const YEAR = calendarYear(2023);

function occupancy(given: Partial<OccupancyDefinition> = {}): OccupancyDefinition {
  return {
    id: 'first',
    personKey: 'LUE-1',
    from: day('2023-01-01'),
    share: fte(10_000),
    cover: false,
    unpaid: [],
    ...given,
  };
}

function post(
  occupancies: readonly OccupancyDefinition[],
  plannedFte = fte(10_000),
): PositionDefinition {
  return {
    id: 'lue-01',
    label: 'LÜN-01',
    title: 'Fallmanagement',
    component: 'kim-2',
    plannedFte,
    from: day('2023-01-01'),
    employer: 'luenen',
    placeOfWork: 'Lünen',
    allocationLine: 'luenen-kim-2',
    occupancies,
  };
}

describe('a post over the year (R9)', () => {
  it('has no vacancy while somebody fills the whole share', () => {
    expect(vacanciesOf(post([occupancy()]), YEAR)).toEqual([]);
  });

  it('is vacant all year without anybody', () => {
    expect(vacanciesOf(post([]), YEAR)).toEqual([{ period: YEAR, missing: 10_000 }]);
  });

  it('shows the gap between two people', () => {
    const people = [
      occupancy({ to: day('2023-05-31') }),
      occupancy({ id: 'second', personKey: 'LUE-2', from: day('2023-08-15') }),
    ];
    expect(vacanciesOf(post(people), YEAR)).toEqual([
      { period: period(day('2023-06-01'), day('2023-08-14')), missing: 10_000 },
    ]);
  });

  it('shows no gap where one goes and the next comes in mid-month', () => {
    const people = [
      occupancy({ to: day('2023-05-14') }),
      occupancy({ id: 'second', personKey: 'LUE-2', from: day('2023-05-15') }),
    ];
    expect(vacanciesOf(post(people), YEAR)).toEqual([]);
    expect(stretchesOf(post(people), YEAR).map(({ occupancies }) => occupancies)).toEqual([
      ['first'],
      ['second'],
    ]);
  });

  it('shows the part of the share that nobody fills', () => {
    expect(vacanciesOf(post([occupancy({ share: fte(7_500) })]), YEAR)).toEqual([
      { period: YEAR, missing: 2_500 },
    ]);
  });

  it('never counts two people at once above the planned share', () => {
    const people = [
      occupancy(),
      occupancy({ id: 'handover', cover: true, from: day('2023-12-01') }),
    ];
    expect(stretchesOf(post(people), YEAR).map(({ filled }) => filled)).toEqual([10_000, 10_000]);
  });

  it('keeps occupancy and pay apart: an unpaid spell is filled, but not paid', () => {
    const leave = { period: period(day('2023-03-01'), day('2023-04-30')), reason: 'Elternzeit' };
    const people = [occupancy({ unpaid: [leave] })];
    expect(vacanciesOf(post(people), YEAR)).toEqual([]);
    expect(stretchesOf(post(people), YEAR).map(({ paid }) => paid)).toEqual([10_000, 0, 10_000]);
  });

  it('knows the paid days around several unpaid spells', () => {
    const spell = (from: string, to: string) => ({
      period: period(day(from), day(to)),
      reason: 'Elternzeit',
    });
    const given = occupancy({
      to: day('2023-12-31'),
      unpaid: [spell('2023-01-01', '2023-01-31'), spell('2023-06-01', '2023-06-30')],
    });
    expect(paidPeriods(given)).toEqual([
      period(day('2023-02-01'), day('2023-05-31')),
      period(day('2023-07-01'), day('2023-12-31')),
    ]);
  });

  it('is silent outside the days of the post', () => {
    expect(stretchesOf(post([occupancy()]), calendarYear(2022))).toEqual([]);
  });
});
