import { xlsxFile } from '../../documents/documents.js';
import type {
  ChainEnd,
  JournalItem,
  JournalWorkbook,
} from '../../ledger/exchange/journal.types.js';
import { chainSpreadsheet } from './chain.spreadsheet.js';

/**
 * A spreadsheet is made in memory, about eleven kilobytes for each row: this many take 1.2
 * gigabytes. Longer journals leave as CSV.
 */
const ROWS_MAX = 100_000;

/** The journal as an XLSX file, as the console writes it. */
export class SpreadsheetWorkbook implements JournalWorkbook {
  readonly rowsMax = ROWS_MAX;

  file(items: readonly JournalItem[], head: ChainEnd): Promise<Buffer> {
    return xlsxFile(chainSpreadsheet(items, head));
  }
}
