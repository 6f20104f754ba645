import { sumCents } from '../../domain/money/cents.js';
import { sumFte } from '../../domain/proration/fte.js';
import type { BookPage } from '../book/book-page.js';
import { BLANK, cell, row, type CellView, type RowView } from '../components/table.js';
import type { ListColumn, ListDefinition } from './list-definition.js';
import type { ListSelection } from './list-model.js';
import { countOf } from './list.words.js';
import { money, valueCell, vzae } from './list-value.js';

const kept = new WeakMap<object, readonly RowView[]>();

/** The last row: the sums over all pages of the list, each euro once; none if nothing counts. */
export function sumRow<Row>(
  page: BookPage,
  definition: ListDefinition<Row>,
  columns: readonly ListColumn<Row>[],
  selection: ListSelection<Row>,
  severalPages: boolean,
): readonly RowView[] {
  const { sum, noun } = definition;
  if (sum === undefined) return [];
  const known = kept.get(selection);
  if (known !== undefined) return known;
  const counted = selection.rows.filter(sum.counts);
  const note = severalPages ? { sub: `über alle ${countOf(counted.length, noun)}` } : {};
  const [, ...others] = columns;
  const sums = others.map((column) =>
    column.sums === true ? sumCell(page, column, counted) : BLANK,
  );
  const rows = counted.length === 0 ? [] : [row([cell(sum.label, note), ...sums])];
  kept.set(selection, rows);
  return rows;
}

function sumCell<Row>(
  page: BookPage,
  { kind, value }: ListColumn<Row>,
  rows: readonly Row[],
): CellView {
  const values = rows.flatMap((entry) => value(entry, page) ?? []);
  return kind === 'fte'
    ? valueCell(vzae(sumFte(values.flatMap((one) => (one.kind === 'fte' ? [one.fte] : [])))))
    : valueCell(
        money(sumCents(values.flatMap((one) => (one.kind === 'money' ? [one.cents] : [])))),
      );
}
