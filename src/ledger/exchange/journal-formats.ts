import type { Account } from '../accounts.js';
import { csvHead, csvRows } from './csv-text.rules.js';
import { hledgerEntry, hledgerHead } from './hledger-text.rules.js';
import type { JournalItem } from './journal.types.js';

/** A way of writing the journal as text, item by item. */
export interface JournalFormat {
  head(accounts: readonly Account[]): string;
  /** '' for an item that the format leaves out. */
  item(item: JournalItem): string;
}

/** The content that was hashed and its place in the chain: who has the file can hash it again. */
export function jsonLine({ text, hash, previousHash, recordedAt, sequence }: JournalItem): string {
  return (
    `{"content":${text},"hash":"${hash}","previousHash":"${previousHash}",` +
    `"recordedAt":"${recordedAt}","sequence":${sequence}}\n`
  );
}

export const TEXT_FORMATS = {
  hledger: { head: hledgerHead, item: hledgerEntry },
  jsonl: { head: () => '', item: jsonLine },
  csv: { head: csvHead, item: csvRows },
} as const satisfies Readonly<Record<string, JournalFormat>>;

export type TextFormat = keyof typeof TEXT_FORMATS;

export function isTextFormat(name: string): name is TextFormat {
  return Object.hasOwn(TEXT_FORMATS, name);
}
