import { CHART } from '../chart.js';
import { entryKindNames } from '../ledger.types.js';
import { cellText, type CellValue } from './csv-cells.rules.js';
import { CSV_COLUMNS, CSV_HEADS } from './csv-columns.js';
import { BYTE_ORDER_MARK, CSV_LINE_END, csvLine, guarded } from './csv-fields.rules.js';
import { contentOf, type JournalItem } from './journal.types.js';

/** Amounts are the one thing that may begin with a minus: they are numbers, and stay numbers. */
const NUMBER_FIELDS = new Set(['amount']);

/** The first line, with the mark by which Excel knows UTF-8. */
export function csvHead(): string {
  return `${BYTE_ORDER_MARK}${csvLine(CSV_HEADS)}${CSV_LINE_END}`;
}

/** One row for each posting of an entry; the other kinds of item move no money and are left out. */
export function csvRows(item: JournalItem): string {
  const content = contentOf(item);
  if (content.type !== 'entry') return '';
  const { postings, ...entry } = content;
  const rows = postings.map((posting, index) => {
    const accountName = CHART[posting.account].name;
    const line = index + 1;
    const fields: Readonly<Record<string, CellValue>> = {
      ...entry,
      ...{ sequence: item.sequence, recordedAt: item.recordedAt, hash: item.hash },
      ...posting,
      ...{ line, accountName, kindName: entryKindNames[entry.kind] },
    };
    return csvLine(CSV_COLUMNS.map(({ field }) => cellOf(field, fields[field]))) + CSV_LINE_END;
  });
  return rows.join('');
}

function cellOf(field: string, value: CellValue): string {
  const text = cellText(field, value);
  return NUMBER_FIELDS.has(field) ? text : guarded(text);
}
