import {
  assignmentsOf,
  both,
  entryCondition,
  type Condition,
  type JournalFilter,
} from './journal-filter.js';
import type { Tx } from '../../platform/database/unit-of-work.js';
import { marksFor } from '../../platform/database/marks.js';

type Source = Pick<Tx, 'all'>;

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
const FEW = 10_000;
/** Entries of a stretch of days stand together: far from them, a walk would take longer than this. */
const FEW_OF_DAYS = 200_000;
/** So many ids go along with the question itself: what was searched for is not searched twice. */
const VERY_FEW = 200;

/**
 * The next entries of the chain that fit. What is asked of few entries is found by its index, and
 * then sorted; what fits many is met soon when one walks along the chain.
 */
export async function chainedEntries(
  source: Source,
  filter: JournalFilter,
  stretch: Stretch,
): Promise<readonly Found[]> {
  const questions = questionsOf(filter);
  const narrow = await narrowest(source, questions);
  const { order, after, until, limit } = stretch;
  const conditions: Condition[] = [
    { sql: `c.item_kind = 'entry'`, parameters: [] },
    ...(after === undefined ? [] : [place(order === 'newest' ? '<' : '>', after)]),
    ...(until === undefined ? [] : [place('<=', until)]),
    ...(narrow === undefined ? [] : [narrow.among]),
    ...questions.filter((each) => each !== narrow?.question).map(({ holds }) => holds('c')),
  ];
  const { sql, parameters } = both(...conditions);
  const sorted = narrow === undefined ? 'c.sequence' : '+c.sequence';
  const rows = await source.all<{ id: string; sequence: string | number }>(
    `select c.item_id as id, c.sequence from ledger_chain c where ${sql}
     order by ${sorted} ${order === 'newest' ? 'desc' : 'asc'} limit ?`,
    [...parameters, limit],
  );
  return rows.map(({ id, sequence }) => ({ id, sequence: Number(sequence) }));
}

/** Entries that fit and wait for their place, the latest first. */
export async function unchainedEntries(
  source: Source,
  filter: JournalFilter,
  limit: number,
): Promise<readonly string[]> {
  const { sql, parameters } = both(
    { sql: `u.item_kind = 'entry'`, parameters: [] },
    ...questionsOf(filter).map(({ holds }) => holds('u')),
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

/** One part of what a filter asks. */
interface Question {
  /** Up to how many count as few. */
  readonly few: number;
  /** Ids of the entries that fit, as a query. */
  readonly ids: Condition;
  /** Whether one row fits; written so that the databases do not turn the question round. */
  readonly holds: (row: 'c' | 'u') => Condition;
}

function questionsOf(filter: JournalFilter): readonly Question[] {
  const assignments = assignmentsOf(filter);
  const entries = entryCondition(filter);
  return [
    ...(assignments === undefined ? [] : [ofPostings(assignments)]),
    ...(entries === undefined ? [] : [{ ...ofEntries(entries), few: fewEntries(filter) }]),
  ];
}

function ofPostings({ sql, parameters }: Condition): Question {
  return {
    few: FEW,
    ids: {
      sql: `select p.entry_id as id from ledger_posting p where p.assignment_id in (${sql})`,
      parameters,
    },
    holds: (row) => ({
      sql: `(select count(*) from ledger_posting p
        where p.entry_id = ${row}.item_id and p.assignment_id || '' in (${sql})) > 0`,
      parameters,
    }),
  };
}

function fewEntries({ from, to }: JournalFilter): number {
  return from === undefined && to === undefined ? FEW : FEW_OF_DAYS;
}

function ofEntries({ sql, parameters }: Condition): Omit<Question, 'few'> {
  return {
    ids: { sql: `select e.id from ledger_entry e where ${sql}`, parameters },
    holds: (row) => ({
      sql: `(select count(*) from ledger_entry e where e.id = ${row}.item_id and ${sql}) > 0`,
      parameters,
    }),
  };
}

/** A question that few entries fit, and the condition that a link of the chain is one of them. */
interface Narrow {
  readonly question: Question;
  readonly count: number;
  readonly among: Condition;
}

async function narrowest(
  source: Source,
  questions: readonly Question[],
): Promise<Narrow | undefined> {
  const found: Narrow[] = [];
  for (const question of questions) {
    const ids = await veryFewIds(source, question);
    if (ids !== undefined) return { question, count: ids.length, among: oneOf(ids) };
    const count = await countUpTo(source, question, question.few + 1);
    const { sql, parameters } = question.ids;
    const among = { sql: `c.item_id in (${sql})`, parameters };
    if (count <= question.few) found.push({ question, count, among });
  }
  return found.toSorted((a, b) => a.count - b.count)[0];
}

async function veryFewIds(
  source: Source,
  { ids: { sql, parameters } }: Question,
): Promise<readonly string[] | undefined> {
  const limit = VERY_FEW + 1;
  const rows = await source.all<{ id: string }>(`${sql} limit ${limit}`, parameters);
  return rows.length === limit ? undefined : [...new Set(rows.map(({ id }) => id))];
}

async function countUpTo(
  source: Source,
  { ids: { sql, parameters } }: Question,
  limit: number,
): Promise<number> {
  const [row] = await source.all<{ n: string | number }>(
    `select count(*) as n from (${sql} limit ${limit}) as bounded`,
    parameters,
  );
  return Number(row?.n ?? 0);
}

/** A few lengths of lists only, so that the databases keep the statements they have understood. */
function oneOf(ids: readonly string[]): Condition {
  const size = [10, VERY_FEW].find((each) => each >= ids.length) ?? VERY_FEW;
  const padded = Array.from({ length: size }, (_, index) => ids[index] ?? '');
  return { sql: `c.item_id in (${marksFor(padded)})`, parameters: padded };
}
