import { Injectable } from '@nestjs/common';
import { canonicalJson } from '../../platform/database/canonical-json.js';
import type { SqlValue, Tx } from '../../platform/database/unit-of-work.js';
import { isShared } from '../../platform/database/typeorm-tx.js';
import { chainAll } from '../chain/chain-pending.js';
import { CONTENT_FORMAT, entryText } from '../chain/content.rules.js';
import { WrittenContents } from '../chain/written-contents.js';
import { Assignments, type AssignedPosting } from './assignments.js';
import type { ReadyEntry } from './entry.rules.js';
import { insertions, ROWS_PER_STATEMENT } from '../../platform/database/insert-rows.js';

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

  /**
   * On SQLite, gives what was written its place in the chain at once, while its text is in memory;
   * on PostgreSQL that would hold up all others until the commit.
   */
  async chainAtOnce(tx: Tx): Promise<void> {
    if (!isShared(tx)) await chainAll(tx, this.contents);
  }

  private async writePart(tx: Tx, entries: readonly ReadyEntry[]): Promise<void> {
    const assigned = entries.map((entry): AssignedEntry => {
      const postings = entry.postings.map((posting) => {
        return { posting, assignment: this.assignments.of(posting) };
      });
      return { entry, postings };
    });
    await this.assignments.store(
      tx,
      assigned.flatMap(({ postings }) => postings),
    );
    const rows = assigned.flatMap(postingRows);
    // On PostgreSQL balances are written in one order by all, so that nobody waits in a circle.
    rows.sort(([, , a], [, , b]) => (a < b ? -1 : a > b ? 1 : 0));
    const entryRows = assigned.map((entry) => this.entryRow(entry));
    await tx.together([
      ...insertions('ledger_posting', POSTING_COLUMNS, rows),
      ...insertions('ledger_entry', ENTRY_COLUMNS, entryRows),
    ]);
  }

  /** What is hashed is told to who chains: so it need not be read back. */
  private entryRow({ entry, postings }: AssignedEntry): SqlValue[] {
    const { id, effectiveOn, kind, subject, text, commandKey, reverses } = entry;
    const actors = canonicalJson(entry.actors);
    const content = { ...entry, format: CONTENT_FORMAT, actors };
    const parts = postings.map(({ posting, assignment }) => {
      return { assignment: assignment.text, cents: posting.cents };
    });
    this.contents.keep(entry, entryText(content, parts));
    return [
      ...[id, CONTENT_FORMAT, effectiveOn, kind, subject, text, actors, commandKey],
      ...[reverses, postings.length],
    ];
  }
}

interface AssignedEntry {
  readonly entry: ReadyEntry;
  readonly postings: readonly AssignedPosting[];
}

function postingRows({ entry: { id, effectiveOn }, postings }: AssignedEntry) {
  return postings.map(({ posting, assignment }, index) => {
    return [id, index + 1, assignment.id, effectiveOn, posting.cents] as const;
  });
}
