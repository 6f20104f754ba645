import type { PlainDate } from '../../domain/calendar/plain-date.js';
import { cents, type Cents } from '../../domain/money/cents.js';
import { toCents } from '../../platform/database/columns.js';
import { dimensionsOf, type DimensionColumns } from '../entries/assignment.rules.js';
import type { Dimensions, EntryKind } from '../ledger.types.js';

/** A posting on its account, with what the account held after it. */
export interface RegisterRow {
  readonly entry: string;
  readonly line: number;
  readonly effectiveOn: PlainDate;
  readonly kind: EntryKind;
  readonly text: string;
  /** Place in the chain; null for milliseconds until it has one. */
  readonly sequence: number | null;
  readonly dimensions: Dimensions;
  /** Debit positive, credit negative. */
  readonly cents: Cents;
  readonly balanceCents: Cents;
}

/** A posting as the tables hold it. */
export interface PostingColumns extends DimensionColumns {
  readonly entry_id: string;
  readonly line: number;
  readonly effective_on: PlainDate;
  readonly cents: string | number;
  readonly kind: EntryKind;
  readonly text: string;
  readonly sequence: string | number | null;
}

/** The last posting of a page of a register: the next page begins after it. */
export interface Place {
  readonly day: PlainDate;
  readonly entry: string;
  readonly line: number;
}

const PLACE = /^(\d{4}-\d{2}-\d{2})_([0-9A-Z]{26})_(\d{1,6})$/;

/** A place as an address carries it; undefined if it is none. */
export function readPlace(text: string): Place | undefined {
  const [, day, entry = '', line = ''] = PLACE.exec(text) ?? [];
  return day === undefined ? undefined : { day: day as PlainDate, entry, line: Number(line) };
}

export function placeText({ effective_on: day, entry_id: entry, line }: PostingColumns): string {
  return `${day}_${entry}_${line}`;
}

/** Registers are in the order of days, and within a day as it was entered. */
export function isAfter(row: PostingColumns, { day, entry, line }: Place): boolean {
  if (row.effective_on !== day) return row.effective_on > day;
  return row.entry_id === entry ? row.line > line : row.entry_id > entry;
}

/** The rows with their running balance. @param opening what the account held before the first */
export function withBalances(
  opening: Cents,
  rows: readonly PostingColumns[],
): readonly RegisterRow[] {
  let balance = opening;
  return rows.map((row) => {
    const amount = toCents(row.cents);
    balance = cents(balance + amount);
    const { entry_id: entry, line, kind, text, sequence, effective_on: effectiveOn } = row;
    return {
      ...{ entry, line, kind, text, effectiveOn },
      sequence: sequence === null ? null : Number(sequence),
      dimensions: dimensionsOf(row),
      ...{ cents: amount, balanceCents: balance },
    };
  });
}
