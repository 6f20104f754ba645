import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parsePlainDate } from '../src/domain/calendar/plain-date.js';
import { LedgerQueries } from '../src/ledger/ledger.queries.js';
import { openApp } from '../src/open-app.js';
import { readConfig } from '../src/platform/config/app-config.js';
import { Reader } from '../src/platform/database/reader.js';
import { BOOK_CONTRACTS, type LedgerBook } from './ledger-book.js';
import { callCli } from './cli.js';
import { percentile, report, round } from './report.js';
import { hasTool, runTool } from './tools.js';

const AS_OF = '2024-06-17';
const DAY_AFTER = '2024-06-18';
const RUNS = 15;
const SINGLES = 200;
const ACCOUNT = 'advances';

/** One sum over an index, by the shell of the database itself. */
const INDEXED_SUM = `
  select assignment.contract, sum(posting.cents)
  from ledger_assignment assignment
    join ledger_posting posting on posting.assignment_id = assignment.id
  where assignment.account = '${ACCOUNT}' and posting.effective_on <= '${AS_OF}'
  group by assignment.contract`;

/** Balances of 1,000 contracts as of a day in a book of a million entries, and of one contract. */
export async function benchLedgerBalances(book: LedgerBook): Promise<void> {
  const app = await openApp({ config: readConfig({ DATABASE_URL: book.url }) });
  try {
    const queries = app.get(LedgerQueries);
    const asOf = parsePlainDate(AS_OF);
    const all = await medianMs(RUNS, () => queries.balances({ account: ACCOUNT, asOf }));
    tellAll(all, book);
    await tellSingles(queries);
    await tellKnownAt(queries, app.get(Reader));
    if (hasTool('hledger')) await tellHledger(all, book);
  } finally {
    await app.close();
  }
}

function tellAll(value: number, book: LedgerBook): void {
  const work = `balances of ${BOOK_CONTRACTS} contracts as of a day`;
  if (!hasTool('sqlite3')) {
    report({ work, value: round(value), unit: 'ms' });
    return;
  }
  const script = ['.timer on', ...Array.from({ length: 5 }, () => `${INDEXED_SUM};`)].join('\n');
  const out = runTool('sqlite3', ['-readonly', book.file], script);
  const times = [...out.matchAll(/^Run Time: real ([\d.]+)/gm)].map(([, time]) => Number(time));
  const yardstickValue = percentile(times, 0.5) * 1000;
  report({
    ...{ work, value: round(value), unit: 'ms' },
    yardstick: 'one indexed sum in the sqlite3 shell',
    yardstickValue: round(yardstickValue),
    ratio: round(value / yardstickValue),
    aim: '<= 2',
  });
}

/** Of contracts far apart, each asked once: what a page asks. */
async function tellSingles(queries: LedgerQueries): Promise<void> {
  let turn = 0;
  const value = await medianMs(SINGLES, () => {
    turn += 1;
    const contract = `gross-${(turn * 37) % BOOK_CONTRACTS}`;
    return queries.balances({ contract, asOf: parsePlainDate(AS_OF) });
  });
  report({ work: 'balances of one contract as of a day', value: round(value), unit: 'ms' });
}

/** Totals as known on an earlier day may grow with the book. */
async function tellKnownAt(queries: LedgerQueries, reader: Reader): Promise<void> {
  const [middle] = await reader.all<{ at: never }>(
    'select recorded_at as at from ledger_chain where sequence = (select max(sequence) / 2 from ledger_chain)',
  );
  if (middle === undefined) return;
  const known = { asOf: parsePlainDate(AS_OF), knownAt: middle.at };
  const one = await medianMs(SINGLES, () => queries.balances({ contract: 'gross-37', ...known }));
  const all = await medianMs(3, () => queries.balances({ account: ACCOUNT, ...known }));
  const as = 'as of a day, as known on an earlier day';
  report({ work: `balances of one contract ${as}`, value: round(one), unit: 'ms' });
  report({ work: `balances of ${BOOK_CONTRACTS} contracts ${as}`, value: round(all), unit: 'ms' });
}

async function tellHledger(ours: number, book: LedgerBook): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  try {
    const journal = join(folder, 'buch.journal');
    await callCli(['ledger', 'export', '--format', 'hledger', '--out', journal], book.url);
    const startedAt = performance.now();
    const byContract = ['bal', '--pivot', 'contract', '-e', DAY_AFTER, '-N', `acct:${ACCOUNT}`];
    runTool('hledger', ['-f', journal, ...byContract]);
    const hledger = performance.now() - startedAt;
    report({
      work: `balances of ${BOOK_CONTRACTS} contracts as of a day, by hledger on the exported journal`,
      ...{ value: round(hledger, 0), unit: 'ms' },
      ...{ yardstick: 'ours', yardstickValue: round(ours) },
      ...{ ratio: round(hledger / ours, 0), aim: '>= 300' },
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function medianMs(runs: number, work: () => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    const startedAt = performance.now();
    await work();
    times.push(performance.now() - startedAt);
  }
  return percentile(times, 0.5);
}
