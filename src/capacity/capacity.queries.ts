import { Injectable } from '@nestjs/common';
import type { Instant } from '../domain/calendar/instant.js';
import type { Period, PlainDate } from '../domain/calendar/plain-date.js';
import { toWhole } from '../platform/database/columns.js';
import { Reader } from '../platform/database/reader.js';
import {
  amountOn,
  shortagesIn,
  stretches,
  type Measure,
  type Side,
  type SidedSlice,
} from './capacity.rules.js';

/** Absent: as it is known now. */
export interface KnownAt {
  readonly knownAt?: Instant | undefined;
}

/** What stands on a day. `free` is negative where a cut has left a shortage. */
export interface Balance {
  readonly granted: bigint;
  readonly used: bigint;
  readonly free: bigint;
}

/** Days on which a holder's use is above its grant, by `missing`. */
export interface Shortage {
  readonly holder: string;
  readonly measure: Measure;
  readonly period: Period;
  readonly granted: bigint;
  readonly used: bigint;
  readonly missing: bigint;
}

/** What one subject uses of a holder over a stretch of days. */
export interface Use {
  readonly subject: string;
  readonly measure: Measure;
  readonly period: Period;
  readonly amount: bigint;
}

/** Movements of the same account and days, summed. */
interface Movement extends SidedSlice {
  readonly holder: string;
  readonly subject: string;
}

/** What is granted, used and missing, as known at an instant. */
@Injectable()
export class CapacityQueries {
  constructor(private readonly reader: Reader) {}

  async balance(
    holder: string,
    measure: Measure,
    { on, knownAt }: KnownAt & { readonly on: PlainDate },
  ): Promise<Balance> {
    const slices = (await movementsOf(this.reader, holder, knownAt)).filter(
      (movement) => movement.measure === measure,
    );
    const [granted, used] = [amountOn(slices, 'grant', on), amountOn(slices, 'use', on)];
    return { granted, used, free: granted - used };
  }

  /** Of all holders, in order of holder, measure and day. */
  async shortages({ knownAt }: KnownAt = {}): Promise<Shortage[]> {
    const movements = await movementsOf(this.reader, undefined, knownAt);
    return [...groupedBy(movements, ({ holder, measure }) => `${holder} ${measure}`)].flatMap(
      ([, [first, ...others]]) => {
        if (first === undefined) return [];
        const { holder, measure } = first;
        return shortagesIn([first, ...others]).map((level): Shortage => {
          return { holder, measure, ...level, missing: level.used - level.granted };
        });
      },
    );
  }

  /** Who uses the holder, in order of subject, measure and day. */
  async uses(holder: string, { knownAt }: KnownAt = {}): Promise<Use[]> {
    const movements = await movementsOf(this.reader, holder, knownAt);
    const used = movements.filter(({ side }) => side === 'use');
    return [...groupedBy(used, ({ subject, measure }) => `${subject} ${measure}`)].flatMap(
      ([, [first, ...others]]) => {
        if (first === undefined) return [];
        const { subject, measure } = first;
        return stretches([first, ...others]).map((stretch): Use => {
          return { subject, measure, ...stretch };
        });
      },
    );
  }
}

interface MovementRow {
  readonly holder: string;
  readonly measure: Measure;
  readonly side: Side;
  readonly subject: string;
  readonly from_day: PlainDate;
  readonly to_day: PlainDate;
  readonly delta: string | number;
}

/** The movements of one holder or of all. */
async function movementsOf(
  source: Reader,
  holder: string | undefined,
  knownAt?: Instant,
): Promise<Movement[]> {
  const conditions = [
    ...(holder === undefined ? [] : ['holder = ?']),
    ...(knownAt === undefined ? [] : ['recorded_at <= ?']),
  ];
  const where = conditions.length > 0 ? `where ${conditions.join(' and ')}` : '';
  const rows = await source.all<MovementRow>(
    `select holder, measure, side, subject, from_day, to_day, sum(delta) as delta
     from capacity_movement ${where}
     group by holder, measure, side, subject, from_day, to_day
     order by holder, subject, measure, from_day`,
    [holder, knownAt].filter((value) => value !== undefined),
  );
  return rows.map(({ from_day: from, to_day: to, delta, ...row }) => {
    return { ...row, period: { from, to }, amount: toWhole(delta) };
  });
}

function groupedBy<T>(all: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of all) {
    const group = groups.get(keyOf(item));
    if (group === undefined) groups.set(keyOf(item), [item]);
    else group.push(item);
  }
  return groups;
}
