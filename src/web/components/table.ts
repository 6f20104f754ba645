import { formatEuro } from '../../domain/money/amount-text.js';
import type { Cents } from '../../domain/money/cents.js';
import { formatFte, type Fte } from '../../domain/proration/fte.js';
import type { BeginButtonView } from '../editing/begin-button.js';
import type { BadgeView } from './badge.js';
import type { LinkView } from './link.js';
import { glued } from './typography.js';

/** What stands in a cell of a table or in a list of facts. */
export interface CellView {
  readonly text: string;
  /** A second, smaller line. */
  readonly sub?: string;
  readonly href?: string;
  /** The text is nothing but a way: who may not go it does not see it. */
  readonly isWay?: true;
  readonly badge?: BadgeView;
  /** "Wie kommt der Betrag zustande?" */
  readonly explain?: LinkView;
  /** The value before a change, struck through. */
  readonly was?: string;
  /** What of the value is made up. */
  readonly example?: string;
  /** A button that opens a form; not inside of a form. */
  readonly begin?: BeginButtonView;
}

export interface ColumnView {
  readonly label: string;
  readonly numeric?: boolean;
  /** For file references and the like, which must not break. */
  readonly nowrap?: boolean;
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
  /**
   * How the rows look on a phone: `pairs` sets the cells two by two (long lists), `steps` sets
   * number, text and value on one line (calculation sheets); by default one below the other.
   */
  readonly phone?: 'pairs' | 'steps';
  /** Long tables get a field that hides rows. */
  readonly filter?: boolean;
}

export const BLANK: CellView = { text: '' };

/** A cell with text; what is not known says so instead of standing empty. */
export function cell(text: string, more: Omit<CellView, 'text'> = {}): CellView {
  return { ...more, text: glued(text), ...(more.sub !== undefined && { sub: glued(more.sub) }) };
}

/** "−14.250,00 €", with the minus that is as wide as a figure. */
export function moneyCell(amount: Cents, more: Omit<CellView, 'text'> = {}): CellView {
  return cell(formatEuro(amount).replace('-', '−'), more);
}

export function fteCell(share: Fte, more: Omit<CellView, 'text'> = {}): CellView {
  return cell(formatFte(share), more);
}

/** A table without the columns that no row says anything in; the first names the rows and stays. */
export function withoutEmptyColumns(table: TableView): TableView {
  const rows = table.rows.filter(({ tone }) => tone !== 'group');
  const kept = table.columns.map(
    (_, index) => index === 0 || rows.some(({ cells }) => saysSomething(cells[index])),
  );
  const pick = <T>(entries: readonly T[]): readonly T[] =>
    entries.filter((_, index) => kept[index]);
  const narrow = (entry: RowView): RowView =>
    entry.tone === 'group' ? entry : { ...entry, cells: pick(entry.cells) };
  return {
    ...table,
    columns: pick(table.columns),
    rows: table.rows.map(narrow),
    footer: table.footer.map(narrow),
  };
}

function saysSomething(content: CellView | undefined): boolean {
  return (
    content !== undefined &&
    (content.text !== '' || content.badge !== undefined || content.begin !== undefined)
  );
}

export function row(cells: readonly CellView[], tone?: RowView['tone']): RowView {
  return tone === undefined ? { cells } : { cells, tone };
}
