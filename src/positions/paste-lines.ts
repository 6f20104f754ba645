import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
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
  const records = recordsOf(text);
  if (records === undefined) {
    return { lines: [], error: 'Ein Anführungszeichen in einer Zelle wird nicht geschlossen.' };
  }
  return {
    lines: records
      .map((cells, index) => ({ row: index + 1, cells }))
      .filter(({ cells }) => cells.some((cell) => cell !== '')),
  };
}

/** What somebody puts into a cell instead of what was pasted. */
export interface CellCorrection {
  /** As the spreadsheet counts. */
  readonly row: number;
  readonly column: PasteColumn;
  readonly text: string;
}

/** The range with other texts in some of its cells; what cannot be placed is left out. */
export function correctedRange(text: string, corrections: readonly CellCorrection[]): string {
  const records = recordsOf(text);
  const heads = linesOf(text).lines[0];
  if (records === undefined || heads === undefined || corrections.length === 0) return text;
  const columns: readonly (PasteColumn | undefined)[] = headingOf(heads)?.columns ?? ORDER;
  for (const { row, column, text: corrected } of corrections) {
    const [cells, place] = [records[row - 1], columns.indexOf(column)];
    if (cells === undefined || place < 0) continue;
    while (cells.length <= place) cells.push('');
    cells[place] = corrected;
  }
  return stringify(records, { delimiter: '\t', record_delimiter: '\n' }).trimEnd();
}

/** Cells between tabs, or, where there is none at all, between semicolons; undefined: no table. */
function recordsOf(text: string): string[][] | undefined {
  const options = {
    ...{ bom: true, relax_column_count: true, relax_quotes: true, trim: true },
    ...{ record_delimiter: ['\r\n', '\n', '\r'], skip_empty_lines: false },
  };
  try {
    return parse(text.trimEnd(), { ...options, delimiter: text.includes('\t') ? '\t' : ';' });
  } catch {
    return undefined;
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
