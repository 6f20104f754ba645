import { addDays, type Period, type PlainDate } from '../../../domain/calendar/plain-date.js';

/** So much of something on each day of a period; who takes it is for the message. */
export interface Use<T> {
  readonly period: Period;
  readonly amount: number;
  readonly by: T;
}

export interface Peak<T> {
  readonly day: PlainDate;
  readonly total: number;
  /** All who take something on that day, in the order of their first days. */
  readonly uses: readonly Use<T>[];
}

/** The first day on which all uses together exceed the limit of that day. */
export function firstExcess<T>(
  uses: readonly Use<T>[],
  limitOn: (day: PlainDate) => number,
  further: readonly PlainDate[] = [],
): Peak<T> | undefined {
  const starts = new Set([...uses.map(({ period }) => period.from), ...further]);
  for (const day of [...starts].toSorted()) {
    const onDay = uses.filter(({ period }) => period.from <= day && day <= period.to);
    const total = onDay.reduce((sum, { amount }) => sum + amount, 0);
    if (onDay.length > 0 && total > limitOn(day)) return { day, total, uses: byStart(onDay) };
  }
  return undefined;
}

/** The days of a period that lie in none of the holes. */
export function withoutHoles(period: Period, holes: readonly Period[]): Period[] {
  let rest = [period];
  for (const hole of holes) {
    rest = rest.flatMap(({ from, to }) => {
      if (hole.to < from || to < hole.from) return [{ from, to }];
      const before = from < hole.from ? [{ from, to: addDays(hole.from, -1) }] : [];
      const after = hole.to < to ? [{ from: addDays(hole.to, 1), to }] : [];
      return [...before, ...after];
    });
  }
  return rest;
}

function byStart<T>(uses: readonly Use<T>[]): Use<T>[] {
  return uses.toSorted((a, b) => (a.period.from < b.period.from ? -1 : 1));
}
