import type { Instant } from '../../domain/calendar/instant.js';
import { isLastOfMonth, type PlainDate } from '../../domain/calendar/plain-date.js';
import type { Reader } from '../../platform/database/reader.js';
import type { SqlValue } from '../../platform/database/unit-of-work.js';
import type { BalanceFilter } from '../ledger.queries.js';
import { periodOf } from '../periods/closed-through.js';

export interface SqlText {
  readonly sql: string;
  readonly parameters: readonly SqlValue[];
}

/** The sum of an assignment `a`, and what the statement begins with for it. */
interface BalanceText {
  readonly before: string;
  readonly sum: string;
  readonly parameters: readonly SqlValue[];
}

/** The sum of the assignment `a` as of a day, and as known at an instant. */
export async function balanceText(
  reader: Pick<Reader, 'all'>,
  filter: BalanceFilter,
): Promise<BalanceText> {
  const { asOf, knownAt } = filter;
  if (knownAt === undefined) {
    const { sql, parameters } = currentSum(asOf);
    return { before: '', sum: sql, parameters };
  }
  const last = await lastSequence(reader, knownAt);
  return isNarrow(filter) ? knownSum(last, asOf) : knownTotals(last, asOf);
}

/** Months before the day's, and the postings of its own month: short however long the book is. */
function currentSum(asOf: PlainDate | undefined): SqlText {
  const months = (condition: string): string =>
    `coalesce((select sum(b.cents) from ledger_balance b
       where b.assignment_id = a.id${condition}), 0)`;
  if (asOf === undefined) return { sql: months(''), parameters: [] };
  const month = periodOf(asOf);
  if (isLastOfMonth(asOf)) return { sql: months(' and b.month <= ?'), parameters: [month] };
  return {
    sql: `${months(' and b.month < ?')} +
      coalesce((select sum(p.cents) from ledger_posting p where p.assignment_id = a.id
        and p.effective_on >= ? and p.effective_on <= ?), 0)`,
    parameters: [month, `${month}-01`, asOf],
  };
}

/** Of few assignments: their postings are looked at one by one. Grows with them, not with the book. */
function knownSum(last: number, asOf: PlainDate | undefined): BalanceText {
  return {
    before: '',
    sum: `coalesce((select sum(p.cents) from ledger_posting p
      join ledger_chain c on c.item_id = p.entry_id
      where p.assignment_id = a.id and c.sequence <= ?${dayCondition(asOf)}), 0)`,
    parameters: [last, ...dayParameters(asOf)],
  };
}

/** Of all assignments: what stands now, less what came later. Grows with what came later. */
function knownTotals(last: number, asOf: PlainDate | undefined): BalanceText {
  const now = currentSum(asOf);
  return {
    before: `with later as (
      select p.assignment_id, sum(p.cents) as cents from ledger_posting p
      where p.entry_id in (
        select item_id from ledger_chain where sequence > ?
        union all select item_id from ledger_unchained
      )${dayCondition(asOf)} group by p.assignment_id)`,
    sum: `${now.sql} - coalesce((select l.cents from later l where l.assignment_id = a.id), 0)`,
    parameters: [last, ...dayParameters(asOf), ...now.parameters],
  };
}

function dayCondition(asOf: PlainDate | undefined): string {
  return asOf === undefined ? '' : ' and p.effective_on <= ?';
}

function dayParameters(asOf: PlainDate | undefined): readonly SqlValue[] {
  return asOf === undefined ? [] : [asOf];
}

/** Whether the filter names something that has few postings of its own. */
function isNarrow({ contract, allocationLine, noticeLine, claim }: BalanceFilter): boolean {
  return [contract, allocationLine, noticeLine, claim].some((name) => name !== undefined);
}

/** The last link of the chain that was known at the instant; 0 before the first. */
export async function lastSequence(reader: Pick<Reader, 'all'>, knownAt: Instant): Promise<number> {
  const [row] = await reader.all<{ sequence: string | number }>(
    `select sequence from ledger_chain where recorded_at <= ?
     order by recorded_at desc, sequence desc limit 1`,
    [knownAt],
  );
  return Number(row?.sequence ?? 0);
}
