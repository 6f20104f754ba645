import { withQuery } from '../as-of/as-of-bar.view.js';
import type { BookPage } from '../book/book-page.js';
import { fieldView, type FieldView } from '../components/field.js';
import type { LinkView } from '../components/link.js';
import type { PaginationView } from '../components/parts.js';
import type { ColumnView, RowView, SortView, TableView } from '../components/table.js';
import type { ListColumn, ListDefinition } from './list-definition.js';
import { countOf, grouped } from './list.words.js';
import { ListModel, type ListSelection } from './list-model.js';
import { filterFields, sortFields } from './list-fields.view.js';
import { isNarrowed, pairsOfState, type ListState, type Pair } from './list-state.js';
import { sumRow } from './list-sums.js';
import { valueCell } from './list-value.js';

export const ROWS_PER_PAGE = 50;
/** Where a link into the list leads to on its page. */
export const LIST_PLACE = 'liste';

/** A list on its page: what narrows it, the rows of one page of it, and the ways to the others. */
export interface ListView {
  readonly place: string;
  readonly action: string;
  /** Year, day and knowledge of the page, kept. */
  readonly keep: readonly Pair[];
  readonly search: FieldView;
  readonly filters: readonly FieldView[];
  readonly sort: readonly FieldView[];
  /** The order that goes without saying. */
  readonly ownSort: string;
  /** The list without search and filters; '' if there are none. */
  readonly reset: string;
  /** "1–50 von 10.000 Zeilen" */
  readonly status: string;
  readonly table: TableView;
  readonly pagination: PaginationView;
  readonly files: readonly LinkView[];
  /** '' if there are rows. */
  readonly empty: string;
}

/** A list with the rows that its page shows, and all that fit. */
export interface ShownList<Row> {
  readonly view: ListView;
  /** Those of this page of the list. */
  readonly rows: readonly Row[];
  /** Those of all pages of it. */
  readonly selection: ListSelection<Row>;
}

export function showList<Row>(
  page: BookPage,
  model: ListModel<Row>,
  asked: ListState,
): ShownList<Row> {
  const { definition } = model;
  const selection = model.select(asked);
  const pages = Math.max(1, Math.ceil(selection.rows.length / ROWS_PER_PAGE));
  const state = { ...asked, page: Math.min(asked.page, pages) };
  const first = (state.page - 1) * ROWS_PER_PAGE;
  const rows = selection.rows.slice(first, first + ROWS_PER_PAGE);
  const href = (change: Partial<ListState>): string => addressOf(page, definition, state, change);
  const status = statusText(definition, {
    first,
    shown: rows.length,
    found: selection.rows.length,
  });
  const view: ListView = {
    place: LIST_PLACE,
    action: `${definition.path}#${LIST_PLACE}`,
    keep: [...new URLSearchParams(page.link(''))].map(([name, value]) => ({ name, value })),
    search: searchField(definition, state),
    filters: filterFields(page, model, state),
    sort: sortFields(definition, state),
    ownSort: definition.sortedBy,
    reset: isNarrowed(state) ? href({ search: '', filters: new Map(), page: 1 }) : '',
    status: isNarrowed(state) ? `${status}, ${grouped(model.count)} insgesamt` : status,
    table: tableOf(page, definition, { state, rows, selection, pages, href }),
    pagination: paginationOf(state.page, pages, status, href),
    files: [
      { href: fileAddress(page, definition, state, 'xlsx'), label: 'Excel-Datei (XLSX)' },
      { href: fileAddress(page, definition, state, 'csv'), label: 'CSV-Datei' },
    ],
    empty: selection.rows.length > 0 ? '' : emptyText(page, model),
  };
  return { view, rows, selection };
}

type Href = (change: Partial<ListState>) => string;

function addressOf<Row>(
  page: BookPage,
  definition: ListDefinition<Row>,
  state: ListState,
  change: Partial<ListState>,
): string {
  const pairs = pairsOfState(definition, { ...state, ...change });
  return page.link(`${withQuery(definition.path, pairs)}#${LIST_PLACE}`);
}

function fileAddress<Row>(
  page: BookPage,
  definition: ListDefinition<Row>,
  state: ListState,
  format: NonNullable<ListState['format']>,
): string {
  return page.link(
    withQuery(definition.path, pairsOfState(definition, { ...state, page: 1, format })),
  );
}

function searchField<Row>({ searchHint }: ListDefinition<Row>, { search }: ListState): FieldView {
  return fieldView({
    kind: 'text',
    id: 'liste-suche',
    name: 'suche',
    label: 'Suchen',
    hint: searchHint,
    value: search,
  });
}

function statusText<Row>(
  { noun }: ListDefinition<Row>,
  {
    first,
    shown,
    found,
  }: { readonly first: number; readonly shown: number; readonly found: number },
): string {
  if (shown === found) return countOf(found, noun);
  return `${grouped(first + 1)}–${grouped(first + shown)} von ${countOf(found, noun)}`;
}

function emptyText<Row>(page: BookPage, { count, definition }: ListModel<Row>): string {
  if (count === 0) return definition.empty(page);
  return `Zu dieser Auswahl gibt es ${page.asOf.year} keinen Treffer. Nehmen Sie weniger Wörter oder weniger Filter.`;
}

function paginationOf(page: number, pages: number, text: string, href: Href): PaginationView {
  return {
    text: pages === 1 ? text : `${text} · Seite ${grouped(page)} von ${grouped(pages)}`,
    first: page > 2 ? href({ page: 1 }) : '',
    previous: page > 1 ? href({ page: page - 1 }) : '',
    next: page < pages ? href({ page: page + 1 }) : '',
    last: page < pages - 1 ? href({ page: pages }) : '',
  };
}

function tableOf<Row>(
  page: BookPage,
  definition: ListDefinition<Row>,
  shown: {
    readonly state: ListState;
    readonly rows: readonly Row[];
    readonly selection: ListSelection<Row>;
    readonly pages: number;
    readonly href: Href;
  },
): TableView {
  const { state, rows, selection, pages, href } = shown;
  const columns = definition.columns.filter(({ fileOnly }) => fileOnly !== true);
  const inOwnOrder = state.sort === definition.sortedBy && state.direction === 'ascending';
  const cellsOf = (row: Row): RowView['cells'] =>
    columns.map(({ cell, value }) => cell?.(row, page) ?? valueCell(value(row, page)));
  return {
    id: definition.key,
    caption: `${definition.title} ${page.asOf.year}`,
    columns: columns.map((column) => columnView(column, state, href)),
    rows: rows.map((row): RowView => {
      const tone = inOwnOrder ? definition.tone?.(row) : undefined;
      return { cells: cellsOf(row), ...(tone && { tone }) };
    }),
    footer: sumRow(page, definition, columns, selection, pages > 1),
    phone: 'pairs',
  };
}

const NUMERIC: readonly string[] = ['money', 'fte', 'whole', 'percent'];

function columnView<Row>(
  { key, label, kind }: ListColumn<Row>,
  { sort, direction }: ListState,
  href: Href,
): ColumnView {
  const numeric = NUMERIC.includes(kind);
  const state: SortView['state'] = sort === key ? direction : '';
  const first = numeric ? 'descending' : 'ascending';
  const other = direction === 'ascending' ? 'descending' : 'ascending';
  return {
    label,
    numeric,
    sort: {
      href: href({ sort: key, direction: state === '' ? first : other, page: 1 }),
      state,
      arrow: direction === 'ascending' ? 'up' : 'down',
    },
  };
}
