import { formatAmount } from '../../domain/money/amount-text.js';
import { canonicalJson } from '../../platform/database/canonical-json.js';
import type { EntryContent, PostingContent } from './journal.types.js';
import type { StatedEntry } from './stated-entry.types.js';

/** What an import writes of its own: by these alone an entry is no other one. */
const OF_IMPORT = { commandKey: undefined, type: undefined, format: undefined } as const;

/** Whether the book holds the entry as the file states it, whoever brought it in. */
export function isSameEntry(stored: EntryContent, stated: StatedEntry): boolean {
  return comparable(stored) === comparable({ ...stated, postings: contentsOf(stated) });
}

/** Whether the reversal has the postings of the entry the other way round, one by one. */
export function isMirror(
  reversal: readonly PostingContent[],
  reversed: readonly PostingContent[],
): boolean {
  const [there, back] = [canonicalJson(reversed), canonicalJson(reversal.map(turned))];
  return there === back;
}

/** The postings as JSON lines have them. */
export function contentsOf({ postings }: StatedEntry): readonly PostingContent[] {
  return postings.map(({ cents: amount, ...posting }) => ({
    ...posting,
    amount: formatAmount(amount),
  }));
}

function turned(posting: PostingContent): PostingContent {
  const { amount } = posting;
  return { ...posting, amount: amount.startsWith('-') ? amount.slice(1) : `-${amount}` };
}

function comparable(
  entry: Pick<EntryContent, 'actors' | 'postings'> & Partial<EntryContent>,
): string {
  return canonicalJson({ ...entry, ...OF_IMPORT, actors: { ...entry.actors, imported: undefined } });
}
