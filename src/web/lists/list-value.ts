import type { SpreadsheetCell } from '../../documents/spreadsheet.types.js';
import { formatGermanDay, type PlainDate } from '../../domain/calendar/plain-date.js';
import type { Cents } from '../../domain/money/cents.js';
import type { Fraction } from '../../domain/money/fraction.js';
import { germanOrder } from '../../domain/text/german-text.js';
import type { Fte } from '../../domain/proration/fte.js';
import { percentOf } from '../book/share-text.js';
import { BLANK, cell, fteCell, moneyCell, type CellView } from '../components/table.js';

/** What a row of a list says in a column: the same for page, order and file. */
export type ListValue = SpreadsheetCell | undefined;

/** Nothing is said by empty text, so that it stands last and stays blank. */
export function text(value: string | undefined): ListValue {
  return value === undefined || value === '' ? undefined : { kind: 'text', text: value };
}

export function money(value: Cents | undefined): ListValue {
  return value === undefined ? undefined : { kind: 'money', cents: value };
}

/** A line without posts has no VzÄ, rather than 0,0. */
export function vzae(value: Fte | undefined): ListValue {
  return value === undefined || value === 0 ? undefined : { kind: 'fte', fte: value };
}

export function day(value: PlainDate | undefined): ListValue {
  return value === undefined ? undefined : { kind: 'day', day: value };
}

export function whole(value: number | undefined): ListValue {
  return value === undefined ? undefined : { kind: 'whole', count: value };
}

export function percent(value: Fraction | undefined): ListValue {
  return value === undefined ? undefined : { kind: 'percent', share: value };
}

/** The value in a cell of a page, with what else stands in it. */
export function valueCell(value: ListValue, more: Omit<CellView, 'text'> = {}): CellView {
  switch (value?.kind) {
    case undefined:
      return Object.keys(more).length === 0 ? BLANK : { ...more, text: '' };
    case 'text':
      return cell(value.text, more);
    case 'money':
      return moneyCell(value.cents, more);
    case 'fte':
      return fteCell(value.fte, more);
    case 'day':
      return cell(formatGermanDay(value.day), more);
    case 'whole':
      return cell(value.count.toString(), more);
    case 'percent':
      return cell(percentOf(value.share), more);
  }
}

/**
 * The rows of a column by rank, -1 for a missing value: equal values share a rank. Text is compared
 * once per different text, not once per row.
 */
export function ranksOf(values: readonly ListValue[]): Int32Array {
  const keys = values.map(sortKey);
  const known = [...new Set(keys.filter((key) => key !== undefined))].toSorted(compareKeys);
  const rankOf = new Map(known.map((key, rank) => [key, rank]));
  return Int32Array.from(keys, (key) => (key === undefined ? -1 : (rankOf.get(key) ?? -1)));
}

type SortKey = string | number | bigint;

/** A fraction is compared by its double: shares of a year differ by far more than its precision. */
function sortKey(value: ListValue): SortKey | undefined {
  switch (value?.kind) {
    case undefined:
      return undefined;
    case 'text':
      return value.text;
    case 'money':
      return value.cents;
    case 'fte':
      return value.fte;
    case 'day':
      return value.day;
    case 'whole':
      return value.count;
    case 'percent':
      return Number(value.share.n) / Number(value.share.d);
  }
}

function compareKeys(a: SortKey, b: SortKey): number {
  if (typeof a === 'string' && typeof b === 'string') return germanOrder(a, b);
  return a < b ? -1 : a > b ? 1 : 0;
}
