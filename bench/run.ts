import { benchChangedRate } from './changed-rate.js';
import { benchEntitlements } from './entitlements.js';
import { benchLedgerBalances } from './ledger-balances.js';
import { entriesOr, ledgerBook, type LedgerBook } from './ledger-book.js';
import { benchLedgerImport } from './ledger-import.js';
import { benchLedgerPost } from './ledger-post.js';
import { benchLedgerVerify } from './ledger-verify.js';
import { benchLists } from './lists.js';
import { benchPaste } from './paste.js';
import { benchOverview, CONTRACTS, largeBook } from './overview.js';
import { reportMachine } from './report.js';
import { benchStartUp } from './start-up.js';

type Bench = () => Promise<void> | void;

const BENCHES: Readonly<Record<string, Bench>> = {
  entitlements: benchEntitlements,
  'start-up': () => inLargeBook(benchStartUp),
  overview: () => inLargeBook(benchOverview),
  'changed-rate': () => inLargeBook((url) => benchChangedRate(url, CONTRACTS)),
  paste: benchPaste,
  lists: benchLists,
  'ledger-post': benchLedgerPost,
  'ledger-import': benchLedgerImport,
  'ledger-balances': () => inLongBook(benchLedgerBalances),
  'ledger-verify': () => inLongBook(benchLedgerVerify),
};

const LONG_BOOK_ENTRIES = entriesOr(1_000_000);

let long: LedgerBook | undefined;
let large: Awaited<ReturnType<typeof largeBook>> | undefined;

/** Those that only read come first: the book is made once for all. */
async function inLargeBook(bench: (url: string) => Promise<void>): Promise<void> {
  large ??= await largeBook();
  await bench(large.url);
}

/** Neither of the two changes what stands in it. */
async function inLongBook(bench: (book: LedgerBook) => Promise<void>): Promise<void> {
  long ??= await ledgerBook(LONG_BOOK_ENTRIES);
  await bench(long);
}

/**
 * `npm run bench` prints the machine and each figure as a JSON line; `npm run bench -- lists paste`
 * only those named.
 */
async function run(names: readonly string[]): Promise<void> {
  const unknown = names.find((name) => !Object.hasOwn(BENCHES, name));
  if (unknown !== undefined) {
    throw new Error(`no bench ${unknown}: there are ${Object.keys(BENCHES).join(', ')}`);
  }
  reportMachine();
  try {
    for (const [name, bench] of Object.entries(BENCHES)) {
      if (names.length === 0 || names.includes(name)) await bench();
    }
  } finally {
    large?.remove();
    long?.remove();
  }
}

await run(process.argv.slice(2));
