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
    const movements: Movement[] = [];
    for (const holder of await holdersInDoubt(this.reader, knownAt)) {
      movements.push(...(await movementsOf(this.reader, holder, knownAt)));
    }
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

/**
 * Holders that may have a shortage, in order: every one that has is among them. Uses less grants
 * are summed along the days; what ends on a day is taken off before what begins on the next is
 * added, so that a few are named for nothing.
 */
async function holdersInDoubt(source: Reader, knownAt?: Instant): Promise<string[]> {
  const known = knownAt === undefined ? '' : 'where recorded_at <= ?';
  const rows = await source.all<{ holder: string }>(
    `select distinct holder from (
       select holder, sum(change) over (partition by holder, measure order by on_day, at_end) as missing
       from (
         select holder, measure, from_day as on_day, 0 as at_end,
           case when side = 'use' then delta else -delta end as change
         from capacity_movement ${known}
         union all
         select holder, measure, to_day, 1, case when side = 'use' then -delta else delta end
         from capacity_movement ${known}
       ) as changes
     ) as states where missing > 0 order by holder`,
    knownAt === undefined ? [] : [knownAt, knownAt],
  );
  return rows.map(({ holder }) => holder);
}

/** The movements of one holder. */
async function movementsOf(
  source: Reader,
  holder: string,
  knownAt: Instant | undefined,
): Promise<Movement[]> {
  const known = knownAt === undefined ? '' : 'and recorded_at <= ?';
  const rows = await source.all<MovementRow>(
    `select holder, measure, side, subject, from_day, to_day, sum(delta) as delta
     from capacity_movement where holder = ? ${known}
     group by holder, measure, side, subject, from_day, to_day
     order by holder, subject, measure, from_day`,
    knownAt === undefined ? [holder] : [holder, knownAt],
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
