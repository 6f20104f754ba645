import type { PlainDate } from '../../domain/calendar/plain-date.js';
import { formatAmount } from '../../domain/money/amount-text.js';
import { toCents } from '../../platform/database/columns.js';
import type { AccountKey, AccountKind } from '../chart.js';
import type { Actors, EntryKind } from '../ledger.types.js';
import type { Assignment } from './assignments.js';
import type { AccountContent, ClosingContent, EntryContent } from './journal.types.js';

/** The rows of the ledger's tables as a driver answers them, and what they say in plain JSON. */

type Whole = string | number;

export interface ChainRow {
  readonly sequence: Whole;
  readonly item_kind: 'entry' | 'account' | 'closing';
  readonly item_id: string;
  readonly recorded_at: string;
  readonly previous_hash: string;
  readonly hash: string;
}

export interface AccountRow {
  readonly id: string;
  readonly key: string;
  readonly revision: number;
  readonly name: string;
  readonly kind: string;
  readonly side: string;
  readonly office_account: string;
  readonly recorded_by: string;
  readonly reason: string;
}

export interface ClosingRow {
  readonly period: string;
  readonly id: string;
  readonly entries: Whole;
  readonly recorded_by: string;
  readonly reason: string;
}

export interface EntryRow {
  readonly id: string;
  readonly format: number;
  readonly effective_on: string;
  readonly kind: string;
  readonly subject: string;
  readonly text: string;
  readonly actors: string;
  readonly command_key: string;
  readonly reverses: string | null;
}

export interface PostingRow {
  readonly entry_id: string;
  readonly assignment_id: string;
  readonly cents: Whole;
}

export function accountOf(row: AccountRow): AccountContent {
  return {
    ...{ type: 'account', format: 1, id: row.id, key: row.key as AccountKey },
    ...{ revision: row.revision, name: row.name, kind: row.kind as AccountKind },
    side: row.side as AccountContent['side'],
    ...(row.office_account !== '' && { officeAccount: row.office_account }),
    ...{ recordedBy: row.recorded_by, reason: row.reason },
  };
}

export function closingOf(row: ClosingRow): ClosingContent {
  return {
    ...{ type: 'closing', format: 1, id: row.id, period: row.period },
    ...{ entries: Number(row.entries), recordedBy: row.recorded_by, reason: row.reason },
  };
}

/** @param postings of this entry, in the order of their lines */
export function entryOf(
  row: EntryRow,
  postings: readonly PostingRow[],
  assignmentOf: (id: string) => Assignment,
): EntryContent {
  return {
    ...{ type: 'entry', format: row.format, id: row.id },
    ...{ effectiveOn: row.effective_on as PlainDate, kind: row.kind as EntryKind },
    ...{ subject: row.subject, text: row.text, commandKey: row.command_key },
    actors: JSON.parse(row.actors) as Actors,
    ...(row.reverses !== null && { reverses: row.reverses }),
    postings: postings.map(({ assignment_id, cents }) => {
      const { account, dimensions } = assignmentOf(assignment_id);
      return { account, amount: formatAmount(toCents(cents)), ...dimensions };
    }),
  };
}

/** The postings of each entry, in their order. */
export function groupedByEntry(
  rows: readonly PostingRow[],
): ReadonlyMap<string, readonly PostingRow[]> {
  const groups = new Map<string, PostingRow[]>();
  for (const row of rows) {
    const group = groups.get(row.entry_id);
    if (group === undefined) groups.set(row.entry_id, [row]);
    else group.push(row);
  }
  return groups;
}
