import { formatEuroPlain } from '../../src/domain/money/amount-text.js';
import { cents } from '../../src/domain/money/cents.js';
import { readEntries } from '../../src/ledger/entries/entry-reading.js';
import type { Dimensions, JournalEntry } from '../../src/ledger/ledger.js';
import type { Reader } from '../../src/platform/database/reader.js';

/** The journal as tests look at it. */

/** All entries whose subject begins so, in the order in which they were entered. */
export async function entriesOf(
  reader: Pick<Reader, 'all'>,
  subject: string,
): Promise<readonly JournalEntry[]> {
  const rows = await reader.all<{ id: string }>(
    'select id from ledger_entry where subject like ? order by id',
    [`${subject}%`],
  );
  return readEntries(
    reader,
    rows.map(({ id }) => id),
  );
}

/** An entry as an accountant reads it: kind, subject, day, and the sum on each account. */
export function brief({ kind, subject, effectiveOn, postings }: JournalEntry) {
  return [kind, subject, effectiveOn, accountSums(postings)] as const;
}

/** Debits as "57.000,00", credits as "-57.000,00"; accounts that sum to nothing are left out. */
export function accountSums(
  postings: readonly { readonly account: string; readonly cents: bigint }[],
): Readonly<Record<string, string>> {
  const sums = new Map<string, bigint>();
  for (const { account, cents: amount } of postings) {
    sums.set(account, (sums.get(account) ?? 0n) + amount);
  }
  return Object.fromEntries(
    [...sums]
      .filter(([, sum]) => sum !== 0n)
      .map(([account, sum]) => [account, formatEuroPlain(cents(sum))]),
  );
}

/** The same without the dimensions that a test does not ask about. */
export function sumsOf(
  postings: JournalEntry['postings'],
  wanted: Dimensions,
): Readonly<Record<string, string>> {
  const names = Object.keys(wanted) as (keyof Dimensions)[];
  return accountSums(
    postings.filter((posting) => names.every((name) => posting[name] === wanted[name])),
  );
}
