import {
  assignmentsOf,
  both,
  entryCondition,
  type Condition,
  type JournalFilter,
} from './journal-filter.js';
import type { Tx } from '../../platform/database/unit-of-work.js';

/** A chained entry that fits, by its place. */
export interface Found {
  readonly id: string;
  readonly sequence: number;
}

/** Which stretch of the chain is looked at, and from which end. */
export interface Stretch {
  readonly order: 'oldest' | 'newest';
  /** The place after which to go on, in that order. */
  readonly after?: number | undefined;
  /** The last place that counts: what came later was not known. */
  readonly until?: number | undefined;
  readonly limit: number;
}

/** So many places are gathered and sorted in a blink; of more, the next page is never far away. */
const FEW = 20_000;

/**
 * The next entries of the chain that fit. What is asked of few entries is found by its index, and
 * then sorted; what fits many is met soon when one walks along the chain.
 */
export async function chainedEntries(
  source: Pick<Tx, 'all'>,
  filter: JournalFilter,
  stretch: Stretch,
): Promise<readonly Found[]> {
  const few = await fewIds(source, filter);
  const fits = few === undefined ? walked(filter) : gathered(filter, few);
  const { order, after, until, limit } = stretch;
  const conditions: Condition[] = [
    { sql: `c.item_kind = 'entry'`, parameters: [] },
    ...(after === undefined ? [] : [place(order === 'newest' ? '<' : '>', after)]),
    ...(until === undefined ? [] : [place('<=', until)]),
    ...fits,
  ];
  const { sql, parameters } = both(...conditions);
  const sorted = few === undefined ? 'c.sequence' : '+c.sequence';
  const rows = await source.all<{ id: string; sequence: string | number }>(
    `select c.item_id as id, c.sequence from ledger_chain c where ${sql}
     order by ${sorted} ${order === 'newest' ? 'desc' : 'asc'} limit ?`,
    [...parameters, limit],
  );
  return rows.map(({ id, sequence }) => ({ id, sequence: Number(sequence) }));
}

/** Entries that fit and wait for their place, the latest first. */
export async function unchainedEntries(
  source: Pick<Tx, 'all'>,
  filter: JournalFilter,
  limit: number,
): Promise<readonly string[]> {
  const { sql, parameters } = both(
    { sql: `u.item_kind = 'entry'`, parameters: [] },
    ...walked(filter, 'u'),
  );
  const rows = await source.all<{ id: string }>(
    `select u.item_id as id from ledger_unchained u where ${sql} order by u.item_id desc limit ?`,
    [...parameters, limit],
  );
  return rows.map(({ id }) => id);
}

function place(comparison: '<' | '>' | '<=', sequence: number): Condition {
  return { sql: `c.sequence ${comparison} ?`, parameters: [sequence] };
}

/** The smallest question that a filter asks, if it fits few: ids of entries. */
async function fewIds(
  source: Pick<Tx, 'all'>,
  filter: JournalFilter,
): Promise<Condition | undefined> {
  const questions = [postingsOf(filter), entriesOf(filter)].filter((each) => each !== undefined);
  const counted: { readonly question: Condition; readonly count: number }[] = [];
  for (const question of questions) {
    const { sql, parameters } = question;
    const bounded = `select count(*) as n from (${sql} limit ${FEW + 1}) as bounded`;
    const [row] = await source.all<{ n: string | number }>(bounded, parameters);
    counted.push({ question, count: Number(row?.n ?? 0) });
  }
  const [best] = counted.toSorted((a, b) => a.count - b.count);
  return best === undefined || best.count > FEW ? undefined : best.question;
}

function postingsOf(filter: JournalFilter): Condition | undefined {
  const assignments = assignmentsOf(filter);
  return (
    assignments && {
      sql: `select p.entry_id from ledger_posting p where p.assignment_id in (${assignments.sql})`,
      parameters: assignments.parameters,
    }
  );
}

function entriesOf(filter: JournalFilter): Condition | undefined {
  const entries = entryCondition(filter);
  return (
    entries && {
      sql: `select e.id from ledger_entry e where ${entries.sql}`,
      parameters: entries.parameters,
    }
  );
}

/** The few ids decide which rows are looked at; what else is asked is looked up row by row. */
function gathered(filter: JournalFilter, few: Condition): readonly Condition[] {
  return [{ sql: `c.item_id in (${few.sql})`, parameters: few.parameters }, ...walked(filter)];
}

/** Row by row: `||` and `exists` keep the databases from turning the question round. */
function walked(filter: JournalFilter, row: 'c' | 'u' = 'c'): readonly Condition[] {
  const assignments = assignmentsOf(filter);
  const entries = entryCondition(filter);
  return [
    ...(assignments === undefined
      ? []
      : [
          {
            sql: `exists (select 1 from ledger_posting p where p.entry_id = ${row}.item_id
              and p.assignment_id || '' in (${assignments.sql}))`,
            parameters: assignments.parameters,
          },
        ]),
    ...(entries === undefined
      ? []
      : [
          {
            sql: `exists (select 1 from ledger_entry e where e.id = ${row}.item_id and ${entries.sql})`,
            parameters: entries.parameters,
          },
        ]),
  ];
}
