import { strict as assert } from 'node:assert';
import { foldedText, germanOrder, hasWords, searchWords } from '../../domain/text/german-text.js';
import type { BookPage } from '../book/book-page.js';
import type { ListColumn, ListDefinition, ListFilter } from './list-definition.js';
import type { Direction, ListState } from './list-state.js';
import { ranksOf } from './list-value.js';

/** A choice of a filter that leads to rows. */
export interface ListChoice {
  readonly key: string;
  readonly name: string;
}

/** The rows that fit a search, in their order. */
export interface ListSelection<Row> {
  readonly rows: readonly Row[];
}

const SELECTIONS_KEPT = 16;

/**
 * The rows of a list for one state of the book, made ready once: texts to search, keys to narrow
 * by, and the order of each column that somebody sorted by. A question then only walks over them.
 */
export class ListModel<Row> {
  private readonly rows: readonly Row[];
  private readonly texts: readonly string[];
  private readonly keys: ReadonlyMap<string, readonly (readonly string[])[]>;
  private readonly orders = new Map<string, readonly number[]>();
  private readonly choices = new Map<string, readonly ListChoice[]>();
  private readonly selections = new Map<string, ListSelection<Row>>();

  constructor(
    readonly definition: ListDefinition<Row>,
    private readonly page: BookPage,
  ) {
    this.rows = definition.rows(page);
    this.texts = this.rows.map((row) =>
      foldedText(definition.searched(row, page).filter(Boolean).join(' ')),
    );
    this.keys = new Map(
      definition.filters.map(({ key, keysOf }) => [key, this.rows.map((row) => keysOf(row, page))]),
    );
  }

  /** All rows, before search and filters. */
  get count(): number {
    return this.rows.length;
  }

  /** The choices of a filter in their order, by name unless the filter says otherwise. */
  choicesOf(filter: ListFilter<Row>): readonly ListChoice[] {
    const known = this.choices.get(filter.key) ?? this.readChoices(filter);
    this.choices.set(filter.key, known);
    return known;
  }

  /** The same question gets the same object, until many others have been asked since. */
  select(state: ListState): ListSelection<Row> {
    const question = JSON.stringify([
      ...[searchWords(state.search), [...state.filters], state.sort, state.direction],
    ]);
    const known = this.selections.get(question);
    const found = known ?? { rows: this.find(state) };
    this.selections.delete(question);
    for (const oldest of this.selections.keys()) {
      if (this.selections.size < SELECTIONS_KEPT) break;
      this.selections.delete(oldest);
    }
    this.selections.set(question, found);
    return found;
  }

  private find({ search, filters, sort, direction }: ListState): readonly Row[] {
    const words = searchWords(search);
    const wanted = [...filters].map(([key, value]) => ({ keys: this.keys.get(key) ?? [], value }));
    const found: Row[] = [];
    for (const index of this.order(sort, direction)) {
      if (!wanted.every(({ keys, value }) => keys[index]?.includes(value))) continue;
      if (!hasWords(this.texts[index] ?? '', words)) continue;
      const row = this.rows[index];
      if (row !== undefined) found.push(row);
    }
    return found;
  }

  /** Places of the rows in the order of a column; equal ones stay, missing ones stand last. */
  private order(sort: string, direction: Direction): readonly number[] {
    const key = `${sort} ${direction}`;
    const known = this.orders.get(key) ?? this.sorted(sort, direction);
    this.orders.set(key, known);
    return known;
  }

  private sorted(sort: string, direction: Direction): readonly number[] {
    const places = Array.from(this.rows.keys());
    if (sort === this.definition.sortedBy && direction === 'ascending') return places;
    const ranks = ranksOf(this.rows.map((row) => this.column(sort).value(row, this.page)));
    const sign = direction === 'ascending' ? 1 : -1;
    return places.sort((a, b) => {
      const [first, second] = [ranks[a] ?? -1, ranks[b] ?? -1];
      if (first === second) return a - b;
      if (first < 0 || second < 0) return second - first;
      return sign * (first - second);
    });
  }

  private column(key: string): ListColumn<Row> {
    const found = this.definition.columns.find((column) => column.key === key);
    assert(found, `the list ${this.definition.key} has no column ${key}`);
    return found;
  }

  private readChoices({ key, nameOf, order }: ListFilter<Row>): readonly ListChoice[] {
    const known = [...new Set((this.keys.get(key) ?? []).flat())];
    const choices = known.map((choice) => ({ key: choice, name: nameOf(choice, this.page) }));
    if (order === undefined) return choices.toSorted((a, b) => germanOrder(a.name, b.name));
    return choices.toSorted((a, b) => order.indexOf(a.key) - order.indexOf(b.key));
  }
}
