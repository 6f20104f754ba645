import { InvalidField } from '../errors/invalid-field.js';
import {
  daysBetween,
  firstOfYear,
  lastOfYear,
  maxDate,
  minDate,
  yearOf,
  type Period,
  type PlainDate,
} from './plain-date.js';

/** Stretches of days with both ends included. An open end is written as the absence of `to`. */

/** @throws InvalidField reason `from-after-to`, at `/from` unless another pointer is given */
export function period(from: PlainDate, to: PlainDate, pointer = '/from'): Period {
  if (from > to) throw new InvalidField('from-after-to', from, pointer, { to });
  return { from, to };
}

export function calendarYear(year: number): Period {
  return { from: firstOfYear(year), to: lastOfYear(year) };
}

/** Counts both ends: one day has length 1. */
export function daysOf({ from, to }: Period): number {
  return daysBetween(from, to) + 1;
}

export function contains({ from, to }: Period, day: PlainDate): boolean {
  return from <= day && day <= to;
}

export function covers(outer: Period, inner: Period): boolean {
  return outer.from <= inner.from && inner.to <= outer.to;
}

export function overlap(a: Period, b: Period): boolean {
  return a.from <= b.to && b.from <= a.to;
}

/** The days that both have; undefined if there is none. */
export function intersect(a: Period, b: Period): Period | undefined {
  const [from, to] = [maxDate(a.from, b.from), minDate(a.to, b.to)];
  return from > to ? undefined : { from, to };
}

/** Calendar years that the period touches, in order. */
export function yearsOf({ from, to }: Period): readonly number[] {
  const first = yearOf(from);
  return Array.from({ length: yearOf(to) - first + 1 }, (_, index) => first + index);
}
