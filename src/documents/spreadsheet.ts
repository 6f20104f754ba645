import { strict as assert } from 'node:assert';
import type { CellValue, ColumnDef, WriteSheet } from 'hucre/xlsx';
import { formatGermanDay } from '../domain/calendar/plain-date.js';
import { formatAmount } from '../domain/money/amount-text.js';
import { fraction, multiply, roundHalfAwayFromZero } from '../domain/money/fraction.js';
import { fteToApi } from '../domain/proration/fte.js';
import type {
  Spreadsheet,
  SpreadsheetCell,
  SpreadsheetColumn,
  SpreadsheetKind,
} from './spreadsheet.types.js';

/** Number formats as files keep them; an office with German settings sees "1.234,56 €". */
const FORMATS: Readonly<Record<SpreadsheetKind, string | undefined>> = {
  text: undefined,
  money: '#,##0.00 "€"',
  fte: '0.0###',
  day: 'dd.mm.yyyy',
  whole: '0',
  percent: '0.0%',
};

const WIDTH_LEAST = 8;
const WIDTH_MOST = 48;
const WIDTH_MARGIN = 3;
const NOTE_WIDTHS = [22, 90] as const;
const EXPLANATION = 'Erläuterung';
const SHEET_NAME_MOST = 31;
const HEAD_STYLE = { font: { bold: true } } as const;

/**
 * A workbook with the rows, their head frozen, and a sheet "Erläuterung". Amounts and shares are
 * numbers, days are dates, text is text: "=1+1" stays what it is, for it is stored as a string.
 */
export async function xlsxFile(spreadsheet: Spreadsheet): Promise<Buffer> {
  const { name } = spreadsheet;
  assert(name.length <= SHEET_NAME_MOST && !/[\\/?*[\]:]/.test(name), `no sheet name: ${name}`);
  const { writeXlsx } = await import('hucre/xlsx');
  const bytes = await writeXlsx({
    sheets: [rowsSheet(spreadsheet), notesSheet(spreadsheet)],
    properties: { title: name, creator: 'Weiterleitungsbuch' },
    stringMode: 'inline',
  });
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/**
 * The rows as a German Excel opens them: semicolons, decimal comma, UTF-8 with its mark, CRLF.
 * Text that a program would compute gets an apostrophe before it; amounts stay numbers.
 */
export async function csvFile({ columns, rows }: Spreadsheet): Promise<Buffer> {
  const { stringify } = await import('csv-stringify/sync');
  const lines = [
    columns.map(({ head }) => harmless(head)),
    ...rows.map((row) => row.map((cell) => (cell === undefined ? '' : germanText(cell)))),
  ];
  const text = stringify(lines, { delimiter: ';', record_delimiter: 'windows', bom: true });
  return Buffer.from(text, 'utf8');
}

function rowsSheet({ name, columns, rows }: Spreadsheet): WriteSheet {
  return {
    name,
    columns: columns.map((column, index) => columnOf(column, index, rows)),
    rows: [
      columns.map(({ head }) => head),
      ...rows.map((row) => row.map((cell) => (cell === undefined ? null : valueOf(cell)))),
    ],
    cells: boldRow(columns.map(({ head }) => head)),
    freezePane: { rows: 1 },
    autoFilter: { range: `A1:${columnName(columns.length)}${rows.length + 1}` },
    pageSetup: { orientation: 'landscape', paperSize: 'a4', printTitlesRow: '$1:$1' },
  };
}

function notesSheet({ notes }: Spreadsheet): WriteSheet {
  const heads = ['Angabe', 'Wert'];
  return {
    name: EXPLANATION,
    columns: NOTE_WIDTHS.map((width) => ({ width })),
    rows: [heads, ...notes.map(({ label, value }) => [label, value])],
    cells: boldRow(heads),
    freezePane: { rows: 1 },
  };
}

function boldRow(values: readonly string[]): NonNullable<WriteSheet['cells']> {
  return new Map(values.map((value, column) => [`0,${column}`, { value, style: HEAD_STYLE }]));
}

/** As wide as its longest text, within reason. */
function columnOf(
  { head, kind }: SpreadsheetColumn,
  index: number,
  rows: Spreadsheet['rows'],
): ColumnDef {
  let longest = head.length;
  for (const row of rows) {
    const cell = row[index];
    const length = cell === undefined ? 0 : lengthOf(cell);
    if (length > longest) longest = length;
  }
  const numFmt = FORMATS[kind];
  const most = longest > WIDTH_MOST ? WIDTH_MOST : longest;
  return {
    width: (most < WIDTH_LEAST ? WIDTH_LEAST : most) + WIDTH_MARGIN,
    ...(numFmt !== undefined && { numFmt }),
  };
}

function lengthOf(cell: SpreadsheetCell): number {
  switch (cell.kind) {
    case 'text':
      return cell.text.length;
    case 'money':
      return 14;
    case 'day':
      return 10;
    case 'fte':
    case 'whole':
    case 'percent':
      return WIDTH_LEAST;
  }
}

function valueOf(cell: SpreadsheetCell): CellValue {
  switch (cell.kind) {
    case 'text':
      return cell.text;
    case 'money':
      return Number(formatAmount(cell.cents));
    case 'fte':
      return Number(fteToApi(cell.fte));
    case 'day':
      return new Date(`${cell.day}T00:00:00.000Z`);
    case 'whole':
      return cell.count;
    case 'percent':
      return Number(tenthsOfPercent(cell)) / 1000;
  }
}

function germanText(cell: SpreadsheetCell): string {
  switch (cell.kind) {
    case 'text':
      return harmless(cell.text);
    case 'money':
      return formatAmount(cell.cents).replace('.', ',');
    case 'fte':
      return fteToApi(cell.fte).replace('.', ',');
    case 'day':
      return formatGermanDay(cell.day);
    case 'whole':
      return cell.count.toString();
    case 'percent':
      return `${(Number(tenthsOfPercent(cell)) / 10).toString().replace('.', ',')}%`;
  }
}

/** A share of the year, rounded once to a tenth of a percent, as pages show it. */
function tenthsOfPercent({ share }: Extract<SpreadsheetCell, { kind: 'percent' }>): bigint {
  return roundHalfAwayFromZero(multiply(share, fraction(1000n)));
}

/** What spreadsheet programs take for the start of a formula, or for a way to one. */
const FORMULA_START = /^[=+\-@\t\r\n＝＋－＠]/;

function harmless(text: string): string {
  return FORMULA_START.test(text) ? `'${text}` : text;
}

/** "A", "Z", "AA" of the first, 26th and 27th column. */
function columnName(number: number): string {
  const letter = String.fromCharCode(65 + ((number - 1) % 26));
  return number <= 26 ? letter : columnName(Math.floor((number - 1) / 26)) + letter;
}
