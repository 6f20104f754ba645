import type { PlainDate } from '../domain/calendar/plain-date.js';
import { toWhole } from '../platform/database/columns.js';
import type { Tx } from '../platform/database/unit-of-work.js';
import { SIDES, type Measure, type Side, type SidedSlice, type Slice } from './capacity.rules.js';
import { marksFor } from '../platform/database/marks.js';

/** The state that one subject has on one side of a holder. */
export interface Account {
  readonly holder: string;
  readonly side: Side;
  readonly subject: string;
}

/** What one subject grants to a holder or uses of it: its whole new state. */
export interface CapacityStatement extends Account {
  readonly slices: readonly Slice[];
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

/** What stands at each of many holders, by whom; grows as statements are added. */
export type HolderBook = Map<string, (SidedSlice & { readonly subject: string })[]>;

const HOLDERS_PER_QUERY = 500;

/** The same for many holders that few take from: posts and people. */
export async function standingOfHolders(tx: Tx, holders: readonly string[]): Promise<HolderBook> {
  const book: HolderBook = new Map();
  for (let start = 0; start < holders.length; start += HOLDERS_PER_QUERY) {
    const part = holders.slice(start, start + HOLDERS_PER_QUERY);
    const rows = await tx.all<DaysRow & Account & { readonly delta: string | number }>(
      `select holder, side, subject, measure, from_day, to_day, delta from capacity_movement
       where holder in (${marksFor(part)})`,
      part,
    );
    for (const { holder, side, subject, measure, from_day: from, to_day: to, delta } of rows) {
      const slice = { measure, side, subject, period: { from, to }, amount: toWhole(delta) };
      const known = book.get(holder);
      if (known) known.push(slice);
      else book.set(holder, [slice]);
    }
  }
  return book;
}
