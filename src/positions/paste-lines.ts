import { parse } from 'csv-parse/sync';
import {
  cellError,
  columnNamed,
  ORDER,
  PASTE_COLUMNS,
  type CellError,
  type PasteColumn,
} from './paste-columns.rules.js';

/** A line of a pasted range. */
export interface PastedLine {
  /** As the spreadsheet counts: the first line of the range is 1. */
  readonly row: number;
  readonly cells: readonly string[];
}

/** The lines of a range with their cells; those without a filled cell are passed over, but counted. */
export function linesOf(text: string): {
  readonly lines: readonly PastedLine[];
  readonly error?: string;
} {
  const options = {
    ...{ delimiter: '\t', bom: true, relax_column_count: true, relax_quotes: true, trim: true },
    ...{ record_delimiter: ['\r\n', '\n', '\r'], skip_empty_lines: false },
  };
  try {
    const records: string[][] = parse(text.trimEnd(), options);
    return {
      lines: records
        .map((cells, index) => ({ row: index + 1, cells }))
        .filter(({ cells }) => cells.some((cell) => cell !== '')),
    };
  } catch {
    return { lines: [], error: 'Ein Anführungszeichen in einer Zelle wird nicht geschlossen.' };
  }
}

/** What a line of headings names; undefined for a column that nobody knows. */
export interface Heading {
  readonly columns: readonly (PasteColumn | undefined)[];
  readonly errors: readonly CellError[];
}

/** A line with two known headings is one; then each must be known, and the needed ones be there. */
export function headingOf({ row, cells }: PastedLine): Heading | undefined {
  const columns = cells.map((cell) => columnNamed(cell));
  const known = columns.filter((column) => column !== undefined);
  if (known.length < 2) return undefined;
  const names = Object.values(PASTE_COLUMNS).map(({ heading }) => heading);
  const unknown = cells.flatMap((cell, index): CellError[] => {
    if (columns[index] !== undefined || cell === '') return [];
    const message = `Diese Spalte ist nicht bekannt. Erwartet werden: ${names.join(', ')}.`;
    return [{ row, column: cell, message }];
  });
  const twice = known
    .filter((column, index) => known.indexOf(column) < index)
    .map((column) => cellError(row, column, 'Diese Spalte gibt es zweimal.'));
  const missing = ORDER.filter(
    (column) => PASTE_COLUMNS[column].isNeeded && !known.includes(column),
  ).map((column) => cellError(row, column, 'Diese Spalte fehlt.'));
  return { columns, errors: [...unknown, ...twice, ...missing] };
}
