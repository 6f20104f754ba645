import { intersect } from '../domain/calendar/period.js';
import {
  addDays,
  LAST_YEAR,
  lastOfYear,
  type Period,
  type PlainDate,
} from '../domain/calendar/plain-date.js';
import { vacancies } from '../domain/proration/daily-shares.js';
import { sumFte, type Fte } from '../domain/proration/fte.js';
import type {
  OccupancyDefinition,
  PositionDefinition,
} from '../programmes/definitions/definition.js';

/** Stands for "no end is known". */
export const NO_END: PlainDate = lastOfYear(LAST_YEAR);

/** "Unbesetzt": days on which less than the planned share of a post was filled. */
export interface Vacancy {
  readonly period: Period;
  readonly missing: Fte;
}

/** Days on which the same people are on a post. */
export interface OccupancyStretch {
  readonly period: Period;
  /** Everybody on the post, paid or not, cut to the planned share. */
  readonly filled: Fte;
  /** The paid ones alone, cut to the planned share. */
  readonly paid: Fte;
  readonly occupancies: readonly string[];
}

export function periodOf({
  from,
  to,
}: {
  readonly from: PlainDate;
  readonly to?: PlainDate;
}): Period {
  return { from, to: to ?? NO_END };
}

/** The days of an occupancy on which it is paid: all but its unpaid spells (R9). */
export function paidPeriods(occupancy: OccupancyDefinition): readonly Period[] {
  return occupancy.unpaid.reduce<readonly Period[]>(
    (left, { period }) => left.flatMap((part) => without(part, period)),
    [periodOf(occupancy)],
  );
}

/** What is left of `part` when the days of `hole` are taken out. */
function without(part: Period, hole: Period): readonly Period[] {
  const shared = intersect(part, hole);
  if (!shared) return [part];
  return [
    ...(part.from < shared.from ? [{ from: part.from, to: addDays(shared.from, -1) }] : []),
    ...(shared.to < part.to ? [{ from: addDays(shared.to, 1), to: part.to }] : []),
  ];
}

/** The post over `window`, cut where somebody comes, goes, or pay begins or ends. */
export function stretchesOf(
  position: PositionDefinition,
  window: Period,
): readonly OccupancyStretch[] {
  const days = intersect(periodOf(position), window);
  if (!days) return [];
  const spells = position.occupancies.map((occupancy) => ({
    id: occupancy.id,
    share: occupancy.share,
    whole: periodOf(occupancy),
    paid: paidPeriods(occupancy),
  }));
  const cuts = cutsOf(
    days,
    spells.flatMap(({ whole, paid }) => [whole, ...paid]),
  );
  return cuts.map((period) => {
    const present = spells.filter(({ whole }) => intersect(whole, period));
    const paid = present.filter((spell) => spell.paid.some((part) => intersect(part, period)));
    return {
      period,
      filled: capped(present, position.plannedFte),
      paid: capped(paid, position.plannedFte),
      occupancies: present.map(({ id }) => id),
    };
  });
}

/** `days` in pieces that no given period begins or ends within. */
function cutsOf(days: Period, periods: readonly Period[]): readonly Period[] {
  const starts = new Set<PlainDate>([days.from]);
  for (const { from, to } of periods) {
    if (from > days.from && from <= days.to) starts.add(from);
    if (to >= days.from && to < days.to) starts.add(addDays(to, 1));
  }
  const ordered = [...starts].toSorted();
  return ordered.map((from, index) => {
    const next = ordered[index + 1];
    return { from, to: next === undefined ? days.to : addDays(next, -1) };
  });
}

function capped(spells: readonly { readonly share: Fte }[], planned: Fte): Fte {
  const sum = sumFte(spells.map(({ share }) => share));
  return sum > planned ? planned : sum;
}

/** R9: the gaps of a post within `window`; neighbouring days with the same gap are one vacancy. */
export function vacanciesOf(position: PositionDefinition, window: Period): readonly Vacancy[] {
  const period = intersect(periodOf(position), window);
  if (period === undefined) return [];
  const spells = position.occupancies.map(({ from, to, share }) => ({
    from,
    share,
    ...(to !== undefined && { to }),
  }));
  const post = { period, plannedFte: position.plannedFte, spells, unpaidCutsCap: false };
  return vacancies(post).map(({ from, to, share }) => ({ period: { from, to }, missing: share }));
}
