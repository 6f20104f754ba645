import { canonicalJson } from '../../platform/database/canonical-json.js';
import { csvHead, csvRows } from './csv-text.rules.js';
import { hledgerEntry, hledgerHead } from './hledger-text.rules.js';
import type { AccountContent, JournalItem } from './journal.types.js';

/** A way of writing the journal as text, item by item. */
export interface JournalFormat {
  head(accounts: readonly AccountContent[]): string;
  /** '' for an item that the format leaves out. */
  item(item: JournalItem): string;
}

/** The content that was hashed and its place in the chain: who has the file can hash it again. */
export function jsonLine({ content, ...place }: JournalItem): string {
  return `${canonicalJson({ content, ...place })}\n`;
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
