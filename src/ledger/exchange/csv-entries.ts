import { CSV_COLUMNS, headOf, type CsvColumn } from './csv-columns.js';
import { readCell } from './csv-cells.rules.js';
import { csvFields, unguarded } from './csv-fields.rules.js';
import type { FilePiece, RawEntry } from './stated-entry.types.js';
import type { TextLine } from './text-lines.js';

/** A row with its fields by name; empty ones are left out. */
interface Row {
  readonly line: number;
  readonly fields: Readonly<Record<string, string>>;
}

type Columns = readonly (CsvColumn | undefined)[];

const READ = CSV_COLUMNS.filter(({ read }) => read);
const OF_ENTRY = READ.filter(({ of }) => of === 'entry');
const OF_POSTING = READ.filter(({ of }) => of === 'posting');

/** The entries of a CSV file, as {@link csvRows} writes them: the rows of one stand together. */
export function* csvEntries(lines: Iterable<TextLine>): Generator<FilePiece> {
  let columns: Columns | undefined;
  let rows: Row[] = [];
  for (const { number, text } of lines) {
    if (text === '') continue;
    const fields = text === undefined ? undefined : csvFields(text);
    if (fields === undefined) {
      yield mistake(number, '', 'Die Zeile ist kein lesbarer Text: UTF-8, Felder mit Semikolon.');
      continue;
    }
    if (columns === undefined) {
      columns = fields.map((head) => CSV_COLUMNS.find((column) => column.head === unguarded(head)));
      const missing = READ.filter((column) => !columns?.includes(column));
      for (const { field } of missing) yield mistake(number, field, 'Diese Spalte fehlt.');
      if (missing.length > 0) return;
      continue;
    }
    const row = rowOf(number, fields, columns);
    if (rows.length > 0 && rows[0]?.fields['id'] !== row.fields['id']) {
      yield* entryOf(rows);
      rows = [];
    }
    rows.push(row);
  }
  if (rows.length > 0) yield* entryOf(rows);
}

function rowOf(line: number, fields: readonly string[], columns: Columns): Row {
  const named: Record<string, string> = {};
  columns.forEach((column, index) => {
    const text = unguarded(fields[index] ?? '');
    if (column?.read === true && text !== '') named[column.field] = text;
  });
  return { line, fields: named };
}

/** The entry whose rows these are, or all that is wrong with them. */
function entryOf(rows: readonly Row[]): readonly FilePiece[] {
  const [first] = rows;
  if (first === undefined) return [];
  if (first.fields['id'] === undefined) return [mistake(first.line, 'id', 'Diese Angabe fehlt.')];
  const head = valuesOf(first, OF_ENTRY);
  const mistakes = [...head.mistakes];
  const postings = rows.map((row, index) => {
    const { values, mistakes: ofRow } = valuesOf(row, OF_POSTING);
    const { line, ...posting } = values;
    mistakes.push(...ofRow, ...rowMistakes(first, row, index, line));
    return posting;
  });
  if (mistakes.length > 0) return mistakes;
  return [{ kind: 'entry', entry: rawEntry({ ...head.values, postings }, rows) }];
}

function valuesOf(row: Row, columns: readonly CsvColumn[]) {
  const values: Record<string, unknown> = {};
  const mistakes: FilePiece[] = [];
  for (const { field } of columns) {
    const text = row.fields[field];
    if (text === undefined) continue;
    const { value, wrong } = readCell(field, text);
    values[field] = value;
    if (wrong !== undefined) mistakes.push(mistake(row.line, field, wrong));
  }
  return { values, mistakes };
}

/** Rows of one entry say the same of it, and are numbered from 1. */
function rowMistakes(first: Row, row: Row, index: number, line: unknown): readonly FilePiece[] {
  const other = OF_ENTRY.filter(({ field }) => first.fields[field] !== row.fields[field]);
  const message = `Hier steht etwas anderes als in Zeile ${first.line}, die zur selben Buchung gehört.`;
  return [
    ...other.map(({ field }) => mistake(row.line, field, message)),
    ...(line === index + 1 ? [] : [mistake(row.line, 'line', `Erwartet wird ${index + 1}.`)]),
  ];
}

function rawEntry(content: unknown, rows: readonly Row[]): RawEntry {
  const line = rows[0]?.line ?? 0;
  return {
    line,
    content,
    placeOf: ({ field, posting }) => ({
      line: posting === undefined ? line : (rows[posting]?.line ?? line),
      field: headOf(field),
    }),
  };
}

/** @param field as the JSON lines name it; '' for the whole line */
function mistake(line: number, field: string, message: string): FilePiece {
  return { kind: 'mistake', mistake: { line, field: headOf(field), message } };
}
