import type { Instant } from '../../domain/calendar/instant.js';
import type { RevisionColumns } from './revision-columns.js';

/** Changes whenever one of the rows of a fact does. */
export interface RecordMark {
  /** The revisions of all rows added up: grows with each correction and each part that is added. */
  readonly revision: number;
  /** When the newest of the rows was recorded. */
  readonly recordedAt: Instant;
  /** Who recorded the newest of the rows: "person:…", "system:…". */
  readonly recordedBy: string;
}

/** A fact of several rows as the book knows it, with its mark. */
export interface Recorded<Fact> extends RecordMark {
  readonly fact: Fact;
}

export function recorded<Fact>(
  fact: Fact,
  head: RevisionColumns,
  parts: readonly RevisionColumns[] = [],
): Recorded<Fact> {
  const rows = [head, ...parts];
  const newest = rows.reduce((last, row) => (row.recordedAt > last.recordedAt ? row : last));
  return {
    fact,
    revision: rows.reduce((sum, row) => sum + row.revision, 0),
    recordedAt: newest.recordedAt,
    recordedBy: newest.recordedBy,
  };
}

/** Rows by the fact that they belong to. */
export function groupBy<Row>(
  rows: readonly Row[],
  keyOf: (row: Row) => string,
): ReadonlyMap<string, readonly Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const key = keyOf(row);
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return groups;
}
