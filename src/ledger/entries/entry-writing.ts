import { Injectable } from '@nestjs/common';
import { canonicalJson } from '../../platform/database/canonical-json.js';
import type { SqlValue, Tx } from '../../platform/database/unit-of-work.js';
import { CONTENT_FORMAT, entryText } from '../chain/content.rules.js';
import { WrittenContents } from '../chain/written-contents.js';
import type { NewEntry } from '../ledger.types.js';
import { Assignments } from './assignments.js';
import { insertRows, ROWS_PER_STATEMENT } from './insert-rows.js';

/** An entry that is ready to be written: it has its id, and all postings are sound. */
export interface ReadyEntry extends NewEntry {
  readonly id: string;
  readonly reverses: string | null;
}

const POSTING_COLUMNS = ['entry_id', 'line', 'assignment_id', 'effective_on', 'cents'];
const ENTRY_COLUMNS = [
  ...['id', 'format', 'effective_on', 'kind', 'subject', 'text', 'actors', 'command_key'],
  ...['reverses', 'postings'],
];

/** Writes assignments, then postings, then the entries that seal them. */
@Injectable()
export class EntryWriting {
  constructor(
    private readonly assignments: Assignments,
    private readonly contents: WrittenContents,
  ) {}

  async write(tx: Tx, entries: readonly ReadyEntry[]): Promise<void> {
    for (let start = 0; start < entries.length; start += ROWS_PER_STATEMENT) {
      await this.writePart(tx, entries.slice(start, start + ROWS_PER_STATEMENT));
    }
  }

  private async writePart(tx: Tx, entries: readonly ReadyEntry[]): Promise<void> {
    const postings = entries.flatMap((entry) => entry.postings);
    await this.assignments.store(tx, postings);
    const rows = entries.flatMap((entry) => this.postingRows(entry));
    // On PostgreSQL balances are written in one order by all, so that nobody waits in a circle.
    rows.sort(([, , a], [, , b]) => (a < b ? -1 : a > b ? 1 : 0));
    await insertRows(tx, 'ledger_posting', POSTING_COLUMNS, rows);
    await insertRows(
      tx,
      'ledger_entry',
      ENTRY_COLUMNS,
      entries.map((entry) => this.entryRow(entry)),
    );
  }

  private postingRows({ id, effectiveOn, postings }: ReadyEntry) {
    return postings.map((posting, index) => {
      const assignment = this.assignments.of(posting).id;
      return [id, index + 1, assignment, effectiveOn, posting.cents] as const;
    });
  }

  /** What is hashed is told to who chains: so it need not be read back. */
  private entryRow(entry: ReadyEntry): SqlValue[] {
    const { id, effectiveOn, kind, subject, text, commandKey, reverses, postings } = entry;
    const actors = canonicalJson(entry.actors);
    const content = { ...entry, format: CONTENT_FORMAT, actors };
    const parts = postings.map((posting) => {
      return { assignment: this.assignments.of(posting).text, cents: posting.cents };
    });
    this.contents.keep(id, entryText(content, parts));
    return [
      ...[id, CONTENT_FORMAT, effectiveOn, kind, subject, text, actors, commandKey],
      ...[reverses, postings.length],
    ];
  }
}
