import type { Instant } from '../../domain/calendar/instant.js';
import type { RevisionColumns } from './revision-columns.js';

/** A fact of several rows as the book knows it, with the mark that changes whenever one of them does. */
export interface Recorded<Fact> {
  readonly fact: Fact;
  /** The revisions of all rows added up: grows with each correction and each part that is added. */
  readonly revision: number;
  /** When the newest of the rows was recorded. */
  readonly recordedAt: Instant;
}

export function recorded<Fact>(
  fact: Fact,
  head: RevisionColumns,
  parts: readonly RevisionColumns[] = [],
): Recorded<Fact> {
  return parts.reduce<Recorded<Fact>>(
    (mark, part) => ({
      fact,
      revision: mark.revision + part.revision,
      recordedAt: part.recordedAt > mark.recordedAt ? part.recordedAt : mark.recordedAt,
    }),
    { fact, revision: head.revision, recordedAt: head.recordedAt },
  );
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
