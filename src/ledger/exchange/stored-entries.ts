import type { Tx } from '../../platform/database/unit-of-work.js';
import { Assignments } from './assignments.js';
import { entryOf, groupedByEntry, type EntryRow, type PostingRow } from './journal-rows.js';
import type { EntryContent } from './journal.types.js';

const ASKED_MAX = 500;

/** Entries of the book by their ids, inside the transaction that adds others. */
export class StoredEntries {
  private readonly assignments: Assignments;

  constructor(private readonly tx: Tx) {
    this.assignments = new Assignments(tx);
  }

  /** Those of the entries that are in the book. */
  async known(ids: readonly string[]): Promise<ReadonlySet<string>> {
    const rows = await this.inParts<{ id: string }>(ids, (marks) =>
      `select id from ledger_entry where id in (${marks})`);
    return new Set(rows.map(({ id }) => id));
  }

  /** Those of the entries that another one took back. */
  async reversed(ids: readonly string[]): Promise<ReadonlySet<string>> {
    const rows = await this.inParts<{ reverses: string }>(ids, (marks) =>
      `select reverses from ledger_entry where reverses in (${marks})`);
    return new Set(rows.map(({ reverses }) => reverses));
  }

  async contents(ids: readonly string[]): Promise<ReadonlyMap<string, EntryContent>> {
    const entries = await this.inParts<EntryRow>(ids, (marks) =>
      `select id, format, effective_on, kind, subject, text, actors, command_key, reverses
       from ledger_entry where id in (${marks})`);
    const postings = await this.inParts<PostingRow>(ids, (marks) =>
      `select entry_id, assignment_id, cents from ledger_posting
       where entry_id in (${marks}) order by entry_id, line`);
    await this.assignments.load(postings);
    const byEntry = groupedByEntry(postings);
    return new Map(
      entries.map((row) => [row.id, entryOf(row, byEntry.get(row.id) ?? [], this.assignments.of)]),
    );
  }

  private async inParts<Row>(
    ids: readonly string[],
    sqlFor: (marks: string) => string,
  ): Promise<Row[]> {
    const rows: Row[] = [];
    for (let from = 0; from < ids.length; from += ASKED_MAX) {
      const asked = ids.slice(from, from + ASKED_MAX);
      rows.push(...(await this.tx.all<Row>(sqlFor(asked.map(() => '?').join(', ')), asked)));
    }
    return rows;
  }
}
