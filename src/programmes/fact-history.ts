import type { RecordMark } from '../platform/database/recorded.js';
import type { RevisionColumns } from '../platform/database/revision-columns.js';
import { factDifferences, type FactDifference } from './definitions/fact-differences.js';

export type { FactDifference } from './definitions/fact-differences.js';

/** One change in the history of a fact: who made it, why, and what became different. */
export interface HistoryEntry extends RecordMark {
  /** "Grund der Änderung". */
  readonly reason: string;
  /** The fact was taken back. */
  readonly withdrawn: boolean;
  /** Against the state before; none where the fact is new. */
  readonly differences: readonly FactDifference[];
}

/** All revisions of the parts of a fact, a list per table. */
type Tables = readonly (readonly RevisionColumns[])[];

/**
 * The history of a fact of several rows, newest first. Rows of one statement at one instant are
 * one change; `revision` is the mark that the whole fact had after it.
 *
 * @param heads all revisions of the head
 * @param parts all revisions of the parts, a list per table, in any order
 * @param factOf the fact as rows tell it; parts that were withdrawn are left out
 */
export function historyOf<Head extends RevisionColumns, Parts extends Tables>(
  heads: readonly Head[],
  parts: readonly [...Parts],
  factOf: (head: Head, ...parts: Parts) => object,
): readonly HistoryEntry[] {
  const tables = [heads, ...parts];
  const state = tables.map(() => new Map<string, RevisionColumns>());
  const entries: HistoryEntry[] = [];
  let before: object | undefined;
  for (const change of changesIn(tables)) {
    for (const { table, row } of change) state[table]?.set(row.id, row);
    const [head] = state[0]?.values() ?? [];
    const last = change.at(-1);
    if (head === undefined || last === undefined) continue;
    const rows = state.slice(1).map((known) => [...known.values()].filter(isThere));
    const fact = head.withdrawn ? undefined : factOf(head as Head, ...(rows as unknown as Parts));
    entries.push({
      revision: sumOfRevisions(state),
      recordedAt: last.row.recordedAt,
      recordedBy: last.row.recordedBy,
      reason: last.row.reason,
      withdrawn: fact === undefined,
      differences: before && fact ? factDifferences(before, fact) : [],
    });
    before = fact ?? before;
  }
  return entries.reverse();
}

interface PlacedRow {
  readonly table: number;
  readonly row: RevisionColumns;
}

/** The rows by change, oldest first; a second revision of the same row begins a new change. */
function changesIn(tables: Tables): readonly (readonly PlacedRow[])[] {
  const placed = tables
    .flatMap((rows, table) => rows.map((row): PlacedRow => ({ table, row })))
    .toSorted((a, b) => compare(a.row, b.row));
  const byStatement = new Map<string, Map<string, PlacedRow>>();
  const changes: Map<string, PlacedRow>[] = [];
  for (const { table, row } of placed) {
    const statement = [row.recordedAt, row.recordedBy, row.reason].join('\n');
    const place = `${table.toString()} ${row.id}`;
    let change = byStatement.get(statement);
    if (change === undefined || change.has(place)) {
      change = new Map();
      changes.push(change);
      byStatement.set(statement, change);
    }
    change.set(place, { table, row });
  }
  return changes.map((change) => [...change.values()]);
}

function compare(a: RevisionColumns, b: RevisionColumns): number {
  if (a.recordedAt !== b.recordedAt) return a.recordedAt < b.recordedAt ? -1 : 1;
  return a.revision - b.revision;
}

function isThere({ withdrawn }: RevisionColumns): boolean {
  return !withdrawn;
}

function sumOfRevisions(state: readonly ReadonlyMap<string, RevisionColumns>[]): number {
  const rows = state.flatMap((known) => [...known.values()]);
  return rows.reduce((sum, { revision }) => sum + revision, 0);
}
