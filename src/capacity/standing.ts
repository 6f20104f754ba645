import type { PlainDate } from '../domain/calendar/plain-date.js';
import { toWhole } from '../platform/database/columns.js';
import type { Tx } from '../platform/database/unit-of-work.js';
import { SIDES, type Measure, type Side, type SidedSlice, type Slice } from './capacity.rules.js';

/** The state that one subject has on one side of a holder. */
export interface Account {
  readonly holder: string;
  readonly side: Side;
  readonly subject: string;
}

interface DaysRow {
  readonly measure: Measure;
  readonly from_day: PlainDate;
  readonly to_day: PlainDate;
}

/** What the account has stated so far; its slices may overlap and cancel out. */
export async function slicesOf(tx: Tx, { holder, side, subject }: Account): Promise<Slice[]> {
  const rows = await tx.all<DaysRow & { readonly delta: string | number }>(
    `select measure, from_day, to_day, delta from capacity_movement
     where holder = ? and subject = ? and side = ?`,
    [holder, subject, side],
  );
  return rows.map(({ measure, from_day: from, to_day: to, delta }) => {
    return { measure, period: { from, to }, amount: toWhole(delta) };
  });
}

/**
 * What all together grant and use of a holder, summed in the database over equal days: a notice
 * line with a thousand contracts of the same year comes as one row for each measure.
 */
export async function standingOf(tx: Tx, holder: string): Promise<SidedSlice[]> {
  const rows = await tx.all<DaysRow & Readonly<Record<Side, string | number>>>(
    `select measure, from_day, to_day,
       sum(case when side = 'grant' then delta else 0 end) as "grant",
       sum(case when side = 'use' then delta else 0 end) as "use"
     from capacity_movement where holder = ?
     group by measure, from_day, to_day
     order by measure, from_day, to_day`,
    [holder],
  );
  return rows.flatMap(({ measure, from_day: from, to_day: to, ...sums }) =>
    SIDES.map((side): SidedSlice => {
      return { measure, side, period: { from, to }, amount: toWhole(sums[side]) };
    }),
  );
}
