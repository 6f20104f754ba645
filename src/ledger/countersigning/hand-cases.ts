import type { Reader } from '../../platform/database/reader.js';
import { COUNTERSIGNATURES, SUBJECT_KINDS } from './countersigning.rules.js';

/** Entries by hand that are countersigned as one. */
export interface HandCase {
  readonly kind: string;
  readonly id: string;
  /** The newest of its entries. */
  readonly entry: string;
  readonly entries: number;
  /** How many have countersigned. */
  readonly given: number;
}

interface HandLine {
  readonly kind: string;
  readonly id: string;
  readonly entry: string;
  readonly entries: string | number;
  readonly given: string | number;
}

/** What an entry of a file carries beside all others: who read it in. */
export const IMPORTED = `e.actors like '%"imported":%'`;

const AS_CASE = `
  case when ${IMPORTED} then '${SUBJECT_KINDS.import}' else '${SUBJECT_KINDS.entry}' end as kind,
  case when ${IMPORTED} then e.command_key else e.id end as id, e.id as entry`;

const CASES = `
  select h.kind, h.id, max(h.entry) as entry, count(*) as entries,
    (select count(*) from act a where a.subject_kind = h.kind and a.subject_id = h.id
      and a.act = 'countersigned') as given
  from (
    select * from (select ${AS_CASE} from ledger_entry e
      where e.kind = 'adjustment' order by e.id desc limit ?) as newest
    union all
    select * from (select ${AS_CASE} from ledger_entry e join ledger_entry o on o.id = e.reverses
      where e.reverses is not null and o.kind = 'adjustment'
      order by e.reverses desc limit ?) as reversing
  ) as h group by h.kind, h.id`;

const ALL = Number.MAX_SAFE_INTEGER;

/**
 * What was entered by hand, or takes that back, and lacks a countersignature; the newest first.
 * @param among so many of the newest entries by hand are looked at
 */
export async function openHandCases(
  source: Pick<Reader, 'all'>,
  among = ALL,
): Promise<readonly HandCase[]> {
  const lines = await source.all<HandLine>(
    `select * from (${CASES}) as c where c.given < ? order by c.entry desc`,
    [among, among, COUNTERSIGNATURES],
  );
  return lines.map((line) => ({
    ...line,
    entries: Number(line.entries),
    given: Number(line.given),
  }));
}

/** How many cases there are in all. */
export async function countHandCases(source: Pick<Reader, 'all'>): Promise<number> {
  const [row] = await source.all<{ n: string | number }>(
    `select count(*) as n from (${CASES}) as c`,
    [ALL, ALL],
  );
  return Number(row?.n ?? 0);
}
