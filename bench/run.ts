import { benchChangedRate } from './changed-rate.js';
import { benchEntitlements } from './entitlements.js';
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
};

let large: Awaited<ReturnType<typeof largeBook>> | undefined;

/** Those that only read come first: the book is made once for all. */
async function inLargeBook(bench: (url: string) => Promise<void>): Promise<void> {
  large ??= await largeBook();
  await bench(large.url);
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
  }
}

await run(process.argv.slice(2));
