import { parse } from 'csv-parse/sync';
import { readXlsx, type CellValue } from 'hucre/xlsx';
import type { PlainDate } from '../domain/calendar/plain-date.js';
import { cents } from '../domain/money/cents.js';
import { fraction } from '../domain/money/fraction.js';
import { fte } from '../domain/proration/fte.js';
import { csvFile, xlsxFile } from './spreadsheet.js';
import type { Spreadsheet, SpreadsheetCell } from './spreadsheet.types.js';

const text = (value: string): SpreadsheetCell => ({ kind: 'text', text: value });

const BOOK: Spreadsheet = {
  name: 'Ansprüche 2025',
  columns: [
    { head: 'Stelle', kind: 'text' },
    { head: 'Anspruch', kind: 'money' },
    { head: 'VzÄ', kind: 'fte' },
    { head: 'Ab', kind: 'day' },
    { head: 'Tage', kind: 'whole' },
    { head: 'Besetzt', kind: 'percent' },
  ],
  rows: [
    [
      text('LÜN-KIM2-1; "Nord"'),
      { kind: 'money', cents: cents(-1_425_000n) },
      { kind: 'fte', fte: fte(3800) },
      { kind: 'day', day: '2023-03-15' as PlainDate },
      { kind: 'whole', count: 89 },
      { kind: 'percent', share: fraction(3n, 4n) },
    ],
    [text('ohne alles'), undefined, undefined, undefined, undefined, undefined],
  ],
  notes: [{ label: 'Förderjahr', value: '2025' }],
};

const FORMULAS = ['=1+1', '+49 2303', '-5', '@SUM(A1)', '\t=1', '\r=1', '=HYPERLINK("http://x")'];

function withTexts(texts: readonly string[]): Spreadsheet {
  return {
    ...BOOK,
    columns: [{ head: '=Kopf', kind: 'text' }],
    rows: texts.map((value) => [text(value)]),
  };
}

async function readRows(book: Spreadsheet, sheet = 0): Promise<readonly (readonly CellValue[])[]> {
  return (await readXlsx(await xlsxFile(book))).sheets[sheet]?.rows ?? [];
}

async function readCsv(book: Spreadsheet): Promise<readonly (readonly string[])[]> {
  return parse(await csvFile(book), { delimiter: ';', bom: true, relax_column_count: true });
}

describe('a workbook', () => {
  it('keeps amounts and shares as numbers, days as dates, and what is missing empty', async () => {
    const [, first, second] = await readRows(BOOK);
    expect(first).toEqual([
      ...['LÜN-KIM2-1; "Nord"', -14_250, 0.38, new Date('2023-03-15T00:00:00.000Z'), 89, 0.75],
    ]);
    expect(second?.slice(1).every((value) => value === null)).toBe(true);
  });

  it('shows money in euros, shares with their places, days in German', async () => {
    const { sheets } = await readXlsx(await xlsxFile(BOOK), { readStyles: true });
    const formatOf = (cell: string) => sheets[0]?.cells?.get(cell)?.style?.numFmt;
    expect(['1,1', '1,2', '1,3', '1,4', '1,5'].map(formatOf)).toEqual([
      ...['#,##0.00 "€"', '0.0###', 'dd.mm.yyyy', '0', '0.0%'],
    ]);
  });

  it('freezes its head, names its sheets, and explains itself on the second', async () => {
    const { sheets } = await readXlsx(await xlsxFile(BOOK));
    expect(sheets.map(({ name }) => name)).toEqual(['Ansprüche 2025', 'Erläuterung']);
    expect(sheets[0]?.freezePane).toEqual({ rows: 1 });
    expect(sheets[1]?.rows).toEqual([
      ['Angabe', 'Wert'],
      ['Förderjahr', '2025'],
    ]);
  });

  it.each(FORMULAS)('stores %j as text, not as a formula', async (formula) => {
    const { sheets } = await readXlsx(await xlsxFile(withTexts([formula])), { readStyles: true });
    expect(sheets[0]?.rows[1]).toEqual([formula]);
    const cell = sheets[0]?.cells?.get('1,0');
    expect(cell?.formula).toBeUndefined();
  });

  it('is not made under a name that no sheet may have', async () => {
    await expect(xlsxFile({ ...BOOK, name: 'a/b' })).rejects.toThrow('no sheet name');
  });
});

describe('a CSV file', () => {
  it('opens in a German Excel: mark, semicolons, decimal comma, CRLF', async () => {
    const bytes = await csvFile(BOOK);
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const lines = bytes.toString('utf8').slice(1).split('\r\n');
    expect(lines[0]).toBe('Stelle;Anspruch;VzÄ;Ab;Tage;Besetzt');
    expect(lines[1]).toBe('"LÜN-KIM2-1; ""Nord""";-14250,00;0,38;15.03.2023;89;75%');
    expect(lines[2]).toBe('ohne alles;;;;;');
  });

  it.each(FORMULAS)('puts an apostrophe before %j', async (formula) => {
    const rows = await readCsv(withTexts([formula]));
    expect(rows).toEqual([["'=Kopf"], [`'${formula}`]]);
  });

  it('leaves negative amounts numbers', async () => {
    expect((await readCsv(BOOK))[1]?.[1]).toBe('-14250,00');
  });

  it('gives back every text that it was given', async () => {
    const texts = ['a;b', 'a"b', 'a\nb', "'schon", ' =1', 'ä€😀'];
    const rows = await readCsv(withTexts(texts));
    expect(rows.slice(1).map(([value]) => value)).toEqual(texts);
  });
});
