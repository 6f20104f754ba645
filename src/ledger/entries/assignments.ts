import { Injectable } from '@nestjs/common';
import type { SqlValue, Tx } from '../../platform/database/unit-of-work.js';
import { assignmentId, assignmentText, type AssignmentText } from '../chain/content.rules.js';
import { isOffBalance } from '../chart.js';
import type { NewPosting } from '../ledger.types.js';
import { columnValues, DIMENSION_COLUMNS, onlyDimensions } from './assignment.rules.js';
import { insertRows, ROWS_PER_STATEMENT } from '../../platform/database/insert-rows.js';
import { marksFor } from '../../platform/database/marks.js';

/** An account with its dimensions, as it is written and hashed. */
export interface Assignment {
  readonly id: string;
  readonly text: AssignmentText;
}

/** A posting with the account and dimensions under which it is written. */
export interface AssignedPosting {
  readonly posting: NewPosting;
  readonly assignment: Assignment;
}

const KEPT_MAX = 20_000;
const COLUMNS = ['id', 'account', 'off_balance', ...DIMENSION_COLUMNS];

/**
 * The assignments of postings. Those that are known to be in the book are kept in memory: they are
 * never changed or removed, so that most entries need not ask for them.
 */
@Injectable()
export class Assignments {
  private kept = new Map<string, Assignment>();
  private readonly stored = new Set<string>();
  private readonly inserted = new WeakMap<Tx, Set<string>>();

  of(posting: NewPosting): Assignment {
    const key = [posting.account, ...columnValues(posting)].join('\u0000');
    const kept = this.kept.get(key);
    if (kept !== undefined) return kept;
    const dimensions = onlyDimensions(posting);
    const id = assignmentId(posting.account, dimensions);
    const assignment = { id, text: assignmentText(posting.account, dimensions) };
    if (this.kept.size >= KEPT_MAX) this.kept = new Map();
    this.kept.set(key, assignment);
    return assignment;
  }

  /** Writes those that the book does not have yet. */
  async store(tx: Tx, postings: readonly AssignedPosting[]): Promise<void> {
    const asked = new Map<string, NewPosting>();
    for (const { posting, assignment } of postings) {
      if (!this.stored.has(assignment.id)) asked.set(assignment.id, posting);
    }
    if (asked.size === 0) return;
    const known = await storedAmong(tx, [...asked.keys()]);
    const missing = [...asked].filter(([id]) => !known.has(id));
    const rows = missing
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([id, posting]): SqlValue[] => {
        const { account } = posting;
        return [id, account, isOffBalance(account) ? 1 : 0, ...columnValues(posting)];
      });
    await insertRows(tx, 'ledger_assignment', COLUMNS, rows, 'on conflict do nothing');
    this.rememberOnceCommitted(tx, known, missing);
  }

  /**
   * What this transaction itself has inserted is asked for once more by the next: a look ahead may
   * have taken it back before the commit.
   */
  private rememberOnceCommitted(
    tx: Tx,
    known: ReadonlySet<string>,
    missing: readonly (readonly [string, NewPosting])[],
  ): void {
    const inserted = this.inserted.get(tx) ?? new Set();
    this.inserted.set(tx, inserted);
    for (const [id] of missing) inserted.add(id);
    const before = [...known].filter((id) => !inserted.has(id));
    if (before.length === 0) return;
    tx.onCommitted(() => {
      this.remember(before);
    });
  }

  private remember(ids: Iterable<string>): void {
    if (this.stored.size >= KEPT_MAX) this.stored.clear();
    for (const id of ids) this.stored.add(id);
  }
}

async function storedAmong(tx: Tx, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const known = new Set<string>();
  for (let start = 0; start < ids.length; start += ROWS_PER_STATEMENT) {
    const part = ids.slice(start, start + ROWS_PER_STATEMENT);
    const rows = await tx.all<{ id: string }>(
      `select id from ledger_assignment where id in (${marksFor(part)})`,
      part,
    );
    for (const { id } of rows) known.add(id);
  }
  return known;
}
