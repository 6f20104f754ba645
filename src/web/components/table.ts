import { formatEuro } from '../../domain/money/amount-text.js';
import type { Cents } from '../../domain/money/cents.js';
import { formatFte, type Fte } from '../../domain/proration/fte.js';
import type { BadgeView } from './badge.js';
import type { LinkView } from './link.js';

/** What stands in a cell of a table or in a list of facts. */
export interface CellView {
  readonly text: string;
  /** A second, smaller line. */
  readonly sub?: string;
  readonly href?: string;
  readonly badge?: BadgeView;
  /** "Wie kommt der Betrag zustande?" */
  readonly explain?: LinkView;
  /** The value before a change, struck through. */
  readonly was?: string;
  /** What of the value is made up. */
  readonly example?: string;
}

export interface ColumnView {
  readonly label: string;
  readonly numeric?: boolean;
  readonly sort?: SortView;
}

/** A head that sorts; `state` is '' where the table is sorted by another column. */
export interface SortView {
  readonly href: string;
  readonly state: '' | 'ascending' | 'descending';
  readonly arrow: 'up' | 'down';
}

/** `group` spans the table with its first cell; the others set a row apart. */
export interface RowView {
  readonly cells: readonly CellView[];
  readonly tone?: 'strong' | 'group' | 'child' | 'changed';
}

/** A table; its first column names the row. On a phone each row becomes a block. */
export interface TableView {
  readonly id: string;
  readonly caption: string;
  readonly columns: readonly ColumnView[];
  readonly rows: readonly RowView[];
  readonly footer: readonly RowView[];
  /** Long tables get a field that hides rows. */
  readonly filter?: boolean;
}

export const BLANK: CellView = { text: '' };

/** A cell with text; what is not known says so instead of standing empty. */
export function cell(text: string, more: Omit<CellView, 'text'> = {}): CellView {
  return { text, ...more };
}

export function moneyCell(amount: Cents, more: Omit<CellView, 'text'> = {}): CellView {
  return { text: formatEuro(amount), ...more };
}

export function fteCell(share: Fte, more: Omit<CellView, 'text'> = {}): CellView {
  return { text: formatFte(share), ...more };
}

export function row(cells: readonly CellView[], tone?: RowView['tone']): RowView {
  return tone === undefined ? { cells } : { cells, tone };
}
