import {
  fromDayNumber,
  toDayNumber,
  type Period,
  type PlainDate,
} from '../domain/calendar/plain-date.js';

/** What is measured on each day: VzÄ in ten-thousandths, or the year's euros in cents. */
export const MEASURES = ['fte', 'cents'] as const;
export type Measure = (typeof MEASURES)[number];

/** `grant` adds to what may be used, `use` takes from it. */
export const SIDES = ['grant', 'use'] as const;
export type Side = (typeof SIDES)[number];

/** An amount that stands on each day of a period. */
export interface Slice {
  readonly measure: Measure;
  readonly period: Period;
  readonly amount: bigint;
}

/** A slice of one side, of one or of many subjects. */
export interface SidedSlice extends Slice {
  readonly side: Side;
}

/** A stretch of days on which the same stands granted and used. */
export interface Level {
  readonly period: Period;
  readonly granted: bigint;
  readonly used: bigint;
}

/**
 * What must be added to `old` so that `wanted` stands on each day: signed slices, as few as
 * possible, decreases first, so that no moment in between is above what comes out.
 */
export function differences(old: readonly Slice[], wanted: readonly Slice[]): Slice[] {
  const changes = MEASURES.flatMap((measure) => {
    const sum = [...negated(old), ...wanted].filter((slice) => slice.measure === measure);
    return stretches(sum).map(({ period, amount }): Slice => ({ measure, period, amount }));
  });
  return [
    ...changes.filter(({ amount }) => amount < 0n),
    ...changes.filter(({ amount }) => amount > 0n),
  ];
}

/** Granted and used over time, for slices of one holder and measure; days without either are left out. */
export function levels(slices: readonly SidedSlice[]): Level[] {
  const days = boundaries(slices);
  const found: Level[] = [];
  for (const [index, start] of days.entries()) {
    const next = days[index + 1];
    if (next === undefined) break;
    const day = fromDayNumber(start);
    const [granted, used] = [amountOn(slices, 'grant', day), amountOn(slices, 'use', day)];
    if (granted === 0n && used === 0n) continue;
    found.push({ period: { from: day, to: fromDayNumber(next - 1) }, granted, used });
  }
  return merged(found);
}

/** The stretches on which more is used than granted. */
export function shortagesIn(slices: readonly SidedSlice[]): Level[] {
  return levels(slices).filter(({ granted, used }) => used > granted);
}

/** Where the increase of a use does not fit. */
export interface Excess {
  readonly measure: Measure;
  readonly day: PlainDate;
  readonly granted: bigint;
  /** By all together, the increase included. */
  readonly used: bigint;
}

/**
 * The first day of an increase on which use would exceed the grant (R1, R11). A day on which
 * nothing is increased is not looked at: a shortage that a cut has made does not block others.
 */
export function firstExcess(
  standing: readonly SidedSlice[],
  changes: readonly Slice[],
): Excess | undefined {
  const after = [...standing, ...changes.map((slice): SidedSlice => ({ ...slice, side: 'use' }))];
  for (const { measure, period } of changes.filter(({ amount }) => amount > 0n)) {
    const level = levels(after.filter((slice) => slice.measure === measure)).find(
      ({ period: { from, to }, granted, used }) =>
        used > granted && from <= period.to && to >= period.from,
    );
    if (level === undefined) continue;
    const day = level.period.from < period.from ? period.from : level.period.from;
    return { measure, day, granted: level.granted, used: level.used };
  }
  return undefined;
}

/** What stands on a day. */
export function amountOn(slices: readonly SidedSlice[], side: Side, day: PlainDate): bigint {
  let amount = 0n;
  for (const slice of slices) {
    if (slice.side === side && slice.period.from <= day && day <= slice.period.to) {
      amount += slice.amount;
    }
  }
  return amount;
}

/** The sum of slices of one measure as stretches of equal amount, those of nothing left out. */
export function stretches(
  slices: readonly Omit<Slice, 'measure'>[],
): { readonly period: Period; readonly amount: bigint }[] {
  const steps = new Map<number, bigint>();
  const step = (day: number, amount: bigint) => steps.set(day, (steps.get(day) ?? 0n) + amount);
  for (const { period, amount } of slices) {
    step(toDayNumber(period.from), amount);
    step(toDayNumber(period.to) + 1, -amount);
  }
  const days = [...steps].filter(([, amount]) => amount !== 0n).sort(([a], [b]) => a - b);
  let amount = 0n;
  return days.flatMap(([start, change], index) => {
    amount += change;
    const next = days[index + 1]?.[0];
    if (amount === 0n || next === undefined) return [];
    return [{ period: { from: fromDayNumber(start), to: fromDayNumber(next - 1) }, amount }];
  });
}

function negated(slices: readonly Slice[]): Slice[] {
  return slices.map((slice) => ({ ...slice, amount: -slice.amount }));
}

/** The days on which something begins or has just ended, in order. */
function boundaries(slices: readonly Slice[]): number[] {
  const days = slices.flatMap(({ period: { from, to } }) => [
    toDayNumber(from),
    toDayNumber(to) + 1,
  ]);
  return [...new Set(days)].sort((a, b) => a - b);
}

/** Neighbours with the same figures become one. */
function merged(all: readonly Level[]): Level[] {
  const found: Level[] = [];
  for (const level of all) {
    const last = found.at(-1);
    const follows =
      last?.granted === level.granted &&
      last.used === level.used &&
      toDayNumber(last.period.to) + 1 === toDayNumber(level.period.from);
    if (last !== undefined && follows) {
      found.splice(-1, 1, { ...last, period: { from: last.period.from, to: level.period.to } });
    } else found.push(level);
  }
  return found;
}

/** Slices that cancel each other out, as what stands of them. */
export function summed(slices: readonly Slice[]): readonly Slice[] {
  return MEASURES.flatMap((measure) =>
    stretches(slices.filter((slice) => slice.measure === measure)).map((stretch): Slice => ({
      measure,
      ...stretch,
    })),
  );
}
