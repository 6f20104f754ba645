import {
  daysBetween,
  daysInYear,
  firstOfYear,
  lastOfYear,
  maxDate,
  minDate,
  plainDate,
  type Period,
  type PlainDate,
} from '../../domain/calendar/plain-date.js';
import { element } from './svg.js';

/** Turns days of one year into horizontal places. */
export interface DayScale {
  readonly year: number;
  readonly left: number;
  readonly right: number;
  /** Where the day begins. */
  x(day: PlainDate): number;
  /** From the beginning of the first to the end of the last day, cut to the year. */
  span(period: Period): { readonly x: number; readonly width: number };
}

export function dayScale(year: number, left: number, right: number): DayScale {
  const [first, last] = [firstOfYear(year), lastOfYear(year)];
  const perDay = (right - left) / daysInYear(year);
  const x = (day: PlainDate): number => left + daysBetween(first, day) * perDay;
  return {
    year,
    left,
    right,
    x,
    span: (period) => {
      const [from, to] = [maxDate(period.from, first), minDate(period.to, last)];
      return { x: x(from), width: Math.max(0, (daysBetween(from, to) + 1) * perDay) };
    },
  };
}

const MONTHS = [
  'Jan',
  'Feb',
  'Mär',
  'Apr',
  'Mai',
  'Jun',
  'Jul',
  'Aug',
  'Sep',
  'Okt',
  'Nov',
  'Dez',
] as const;

/** The months above the rows, with a line where each begins. */
export function monthAxis(scale: DayScale, top: number, bottom: number): string {
  return MONTHS.map((name, index) => {
    const x = scale.x(plainDate(scale.year, index + 1, 1));
    const next = index === 11 ? scale.right : scale.x(plainDate(scale.year, index + 2, 1));
    const line = element('line', { class: 'wb-grid', x1: x, x2: x, y1: top, y2: bottom });
    const label = element(
      'text',
      { class: 'wb-t-head', 'text-anchor': 'middle', x: (x + next) / 2, y: top - 8 },
      name,
    );
    return line + label;
  }).join('');
}
