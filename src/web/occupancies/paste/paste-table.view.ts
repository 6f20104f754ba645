import type { OccupancyRow, PasteColumn, PastedRow } from '../../../positions/positions.js';
import { ORDER, PASTE_COLUMNS } from '../../../positions/positions.js';
import { groupBy } from '../../../platform/database/recorded.js';
import type { RangeReview } from '../../../positions/occupancy-range.queries.js';
import type { BookPage } from '../../book/book-page.js';
import type { ErrorSummaryView } from '../../components/field.js';
import { cellName } from './posted-range.js';

/** A pasted range as a table: each cell as it came, and what is wrong with it. */
export interface PasteTableView {
  readonly columns: readonly string[];
  readonly rows: readonly PasteRowView[];
  /** How many rows are not shown, for nothing is to be said about them. */
  readonly notShown: number;
}

export interface PasteRowView {
  readonly number: number;
  readonly tone: '' | 'warning' | 'danger';
  /** What concerns the whole row. */
  readonly messages: readonly string[];
  readonly cells: readonly PasteCellView[];
}

export interface PasteCellView {
  readonly id: string;
  readonly label: string;
  readonly text: string;
  /** What the cell was taken for. */
  readonly sub: string;
  readonly errors: readonly string[];
  readonly warnings: readonly string[];
  /** The name of the field in which it can be put right here; '' where it cannot. */
  readonly field: string;
}

/** A remark about a cell, or about a whole row. */
interface Remark {
  readonly row: number;
  readonly column: PasteColumn | undefined;
  readonly message: string;
  readonly severity: 'error' | 'warning';
}

/** Rows beyond these are shown only if something is to be said about them. */
const ROWS_SHOWN = 200;
const ERRORS_LISTED = 30;
const ALWAYS: readonly PasteColumn[] = ['position', 'personKey', 'from', 'to', 'share'];

export function pasteTable(page: BookPage, review: RangeReview): PasteTableView {
  const remarks = remarksOf(review);
  const columns = columnsOf(review, remarks);
  const byRow = groupBy(remarks, ({ row }) => row.toString());
  const { rows } = review.paste;
  const shown = rows.filter(({ row }, index) => index < ROWS_SHOWN || byRow.has(row.toString()));
  const editable = new Set(review.paste.columns);
  return {
    columns: columns.map((column) => PASTE_COLUMNS[column].heading),
    rows: shown
      .slice(0, 2 * ROWS_SHOWN)
      .map((row) => rowView(page, row, columns, byRow.get(row.row.toString()) ?? [], editable)),
    notShown: rows.length - Math.min(shown.length, 2 * ROWS_SHOWN),
  };
}

/** What is wrong, cell by cell, each entry leading to its cell; absent if nothing is. */
export function pasteErrors(review: RangeReview): ErrorSummaryView | undefined {
  const wrong = remarksOf(review).filter(({ severity }) => severity === 'error');
  const known = new Set(review.paste.rows.map(({ row }) => row));
  const heads = review.paste.errors.filter(({ row }) => !known.has(row));
  const errors = [
    ...heads.map(({ row, column, message }) => ({
      id: 'bereich',
      text: `${column === '' ? '' : `Zeile ${row}, Spalte ${column}: `}${message}`,
    })),
    ...wrong.map(({ row, column, message }) => ({
      id: column === undefined ? `z${row}` : cellId(row, column),
      text: `${placeText(row, column)}: ${message}`,
    })),
  ];
  if (errors.length === 0) return undefined;
  const title =
    errors.length === 1
      ? 'Eine Zelle stimmt noch nicht'
      : `${errors.length} Zellen stimmen noch nicht`;
  const more = errors.length - ERRORS_LISTED;
  return {
    title,
    errors: [
      ...errors.slice(0, ERRORS_LISTED),
      ...(more > 0 ? [{ id: '', text: `und ${more} weitere, in der Tabelle rot` }] : []),
    ],
  };
}

/** Doubts that do not stop the entry. */
export function pasteWarnings(
  review: RangeReview,
): readonly { readonly id: string; readonly text: string }[] {
  return remarksOf(review)
    .filter(({ severity }) => severity === 'warning')
    .map(({ row, column, message }) => ({
      id: column === undefined ? `z${row}` : cellId(row, column),
      text: `${placeText(row, column)}: ${message}`,
    }));
}

function remarksOf({ paste, findings }: RangeReview): readonly Remark[] {
  const columns = new Map(ORDER.map((column) => [PASTE_COLUMNS[column].heading, column]));
  const known = new Set(paste.rows.map(({ row }) => row));
  const read = paste.errors
    .filter(({ row }) => known.has(row))
    .map(({ row, column, message }): Remark => {
      return { row, column: columns.get(column), message, severity: 'error' };
    });
  const checked = [...findings].flatMap(([row, own]) =>
    own.map(({ path, message, severity }): Remark => {
      return { row, column: columnOf(path), message, severity };
    }),
  );
  return [...read, ...checked].toSorted((a, b) => a.row - b.row);
}

/** The column that a finding of the rules is about. */
function columnOf(path: string): PasteColumn | undefined {
  if (path.startsWith('unpaid')) return path.endsWith('reason') ? 'unpaidReason' : 'unpaidFrom';
  return ORDER.find((column) => column === path);
}

function columnsOf({ paste }: RangeReview, remarks: readonly Remark[]): readonly PasteColumn[] {
  const said = new Set<PasteColumn | undefined>([
    ...ALWAYS,
    ...paste.rows.flatMap(({ cells }) => Object.keys(cells) as PasteColumn[]),
    ...remarks.map(({ column }) => column),
  ]);
  const others = ORDER.filter((column) => !paste.columns.includes(column));
  return [...paste.columns, ...others].filter((column) => said.has(column));
}

function rowView(
  page: BookPage,
  { row, cells, occupancy }: PastedRow,
  columns: readonly PasteColumn[],
  remarks: readonly Remark[],
  editable: ReadonlySet<PasteColumn>,
): PasteRowView {
  const textsOf = (column: PasteColumn | undefined, severity: Remark['severity']) =>
    remarks
      .filter((remark) => remark.column === column && remark.severity === severity)
      .map(({ message }) => message);
  const tone = toneOf(remarks);
  return {
    number: row,
    tone,
    messages: [...textsOf(undefined, 'error'), ...textsOf(undefined, 'warning')],
    cells: columns.map((column): PasteCellView => {
      const errors = textsOf(column, 'error');
      return {
        id: cellId(row, column),
        label: PASTE_COLUMNS[column].heading,
        text: cells[column] ?? '',
        sub: column === 'position' && occupancy !== undefined ? postText(page, occupancy) : '',
        errors,
        warnings: textsOf(column, 'warning'),
        field: tone === 'danger' && editable.has(column) ? cellName(row, column) : '',
      };
    }),
  };
}

function toneOf(remarks: readonly Remark[]): PasteRowView['tone'] {
  if (remarks.some(({ severity }) => severity === 'error')) return 'danger';
  return remarks.length > 0 ? 'warning' : '';
}

function postText({ facts, names }: BookPage, { position }: OccupancyRow): string {
  const post = facts.positions.find(({ id }) => id === position);
  if (post === undefined) return '';
  const parts = [names.shortParty(post.employer), names.component(post.component)];
  return parts.join(' · ');
}

function placeText(row: number, column: PasteColumn | undefined): string {
  return column === undefined
    ? `Zeile ${row}`
    : `Zeile ${row}, Spalte ${PASTE_COLUMNS[column].heading}`;
}

function cellId(row: number, column: PasteColumn): string {
  return `z${row}-${column}`;
}
