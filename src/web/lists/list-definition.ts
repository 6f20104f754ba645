import type { SpreadsheetKind } from '../../documents/spreadsheet.types.js';
import type { BookPage } from '../book/book-page.js';
import type { CellView, RowView } from '../components/table.js';
import type { ListValue } from './list-value.js';

/** A column of a list: what it says, and how it is shown. */
export interface ListColumn<Row> {
  /** As the address names it: "betrag". */
  readonly key: string;
  readonly label: string;
  readonly kind: SpreadsheetKind;
  readonly value: (row: Row, page: BookPage) => ListValue;
  /** The cell of the page where it says more than the value: links, a second line, a sheet. */
  readonly cell?: (row: Row, page: BookPage) => CellView;
  /** Only in the file to take away: the page says it elsewhere. */
  readonly fileOnly?: true;
  /** Adds up in the last row, over the rows that {@link ListDefinition.sum} counts. */
  readonly sums?: true;
}

/** A choice above a list that narrows it. */
export interface ListFilter<Row> {
  /** As the address names it: "partner". */
  readonly key: string;
  readonly label: string;
  /** "Alle Partner" */
  readonly all: string;
  /** The keys under which the row is found. */
  readonly keysOf: (row: Row, page: BookPage) => readonly string[];
  readonly nameOf: (key: string, page: BookPage) => string;
  /** Comes by links of other pages only; too many to choose from. */
  readonly linkOnly?: true;
  /** In this order instead of by name. */
  readonly order?: readonly string[];
}

/** "Liste": rows that can be searched, narrowed, sorted and taken away. */
export interface ListDefinition<Row> {
  /** Names the file and the parts of the page: "ansprueche". */
  readonly key: string;
  readonly path: string;
  readonly title: string;
  /** What a row is: "Zeile", "Zeilen". */
  readonly noun: readonly [one: string, many: string];
  /** What the rows are, in a sentence of the file's explanation. */
  readonly about: string;
  /** What the search looks at: "Titel, Aktenzeichen, Partner". */
  readonly searchHint: string;
  readonly rows: (page: BookPage) => readonly Row[];
  /** The texts that the search looks at: of what the row shows, so that each hit can be seen. */
  readonly searched: (row: Row, page: BookPage) => readonly (string | undefined)[];
  readonly columns: readonly ListColumn<Row>[];
  readonly filters: readonly ListFilter<Row>[];
  /** The column that the rows are in the order of by themselves, ascending. */
  readonly sortedBy: string;
  readonly sum?: { readonly label: string; readonly counts: (row: Row) => boolean };
  /** Sets a row apart, while the list is in its own order. */
  readonly tone?: (row: Row) => RowView['tone'];
  /** Rules that the figures follow: "R6". */
  readonly rules: readonly string[];
  /**
   * What is otherwise for a partner's people, who see their own rows only: their total is what their
   * organisation gets, and what the Kreis has to clear up is no column of theirs.
   * @param partner the organisation's id
   */
  readonly forPartners?: (partner: string) => Partial<ListDefinition<Row>>;
  /** Why there is nothing at all, without search and filter. */
  readonly empty: (page: BookPage) => string;
}
