import type { ChainHead } from '../chain/chain-pending.js';
import type { JournalStream } from './journal-stream.js';
import type { JournalItem } from './journal.types.js';

/**
 * Makes an XLSX file of the journal. The ledger knows no spreadsheets: the composition root hands
 * in who does.
 */
export abstract class JournalWorkbook {
  /** More rows than this it does not take. */
  abstract readonly rowsMax: number;

  /** @param items all of them: a spreadsheet is made in memory */
  abstract file(items: readonly JournalItem[], head: ChainHead): Promise<Buffer>;
}

export async function workbookOf(
  workbook: JournalWorkbook,
  journal: Pick<JournalStream, 'items'>,
  head: ChainHead,
): Promise<Buffer> {
  const items: JournalItem[] = [];
  for await (const page of journal.items(head)) items.push(...page);
  return workbook.file(items, head);
}
