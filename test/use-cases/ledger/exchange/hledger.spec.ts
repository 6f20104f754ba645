import { execFileSync, spawnSync } from 'node:child_process';
import { parse } from 'csv-parse/sync';
import { parseAmount } from '../../../../src/domain/money/amount-text.js';
import { isAccountKey } from '../../../../src/ledger/chart.js';
import { hledgerAccount } from '../../../../src/ledger/exchange/hledger-text.rules.js';
import type { Engine } from '../../../../src/platform/database/engine.js';
import { ConsoleBooks, type ConsoleBook, type StandingBalance } from './journal-files.js';
import { enterSamples } from './sample-entries.js';

/** hledger computes the balances of the exported journal: somebody else, from the postings alone. */

const installed = spawnSync('hledger', ['--version']).status === 0;
const MISSING = 'hledger is not installed: its comparison with our balances is left out';

type Sums = Readonly<Record<string, string>>;

it('has hledger where everything must be compared', () => {
  if (!installed) process.stderr.write(`${MISSING}\n`);
  expect(installed || process.env['CI'] !== 'true').toBe(true);
});

(installed ? describe : describe.skip).each<Engine>(['sqlite', 'postgres'])(
  'the example book on %s, computed by hledger',
  (engine) => {
    const books = new ConsoleBooks(engine);
    let book: ConsoleBook;
    let journal: string;

    const hledger = (...args: readonly string[]): string =>
      execFileSync('hledger', ['-f', journal, ...args], { encoding: 'utf8' });

    /** Account by account, those at zero too. */
    const theirs = (...query: readonly string[]): Sums => {
      const csv = hledger('balance', '--flat', '--empty', '--no-total', '-O', 'csv', ...query);
      const [, ...rows] = parse(csv);
      return sumsOf(rows.map(([account = '', amount = '']) => [account, plain(amount)]));
    };

    const ours = async (...filter: readonly string[]): Promise<Sums> =>
      sumsOf(
        (await book.balances(...filter)).map(({ account, amount }) => [nameOf(account), amount]),
      );

    beforeAll(async () => {
      book = await books.open('example');
      await enterSamples(book.book);
      journal = books.path('book.journal');
      await book.done('export', '--format', 'hledger', '--out', journal);
    }, 60_000);
    afterAll(() => books.remove());

    it('passes its strict checks', () => {
      expect(hledger('check', '--strict')).toBe('');
    });

    it('has the same balance on each account', async () => {
      const sums = await ours();
      expect(Object.keys(sums).length).toBeGreaterThan(5);
      expect(theirs()).toEqual(sums);
    });

    it.each([
      ['2025-06-30', '2025-07-01'],
      ['2025-06-14', '2025-06-15'],
      ['2024-12-31', '2025-01-01'],
    ])('has the same as of %s', async (day, next) => {
      const text = await book.done('balances', '--json', '--as-of', day);
      const { balances } = JSON.parse(text) as { readonly balances: readonly StandingBalance[] };
      const sums = sumsOf(balances.map(({ account, amount }) => [nameOf(account), amount]));
      expect(theirs('-e', next)).toEqual(without0(sums, theirs('-e', next)));
    });

    it('has the same for each contract', async () => {
      const contracts = new Set((await book.balances()).flatMap(({ contract }) => contract ?? []));
      expect(contracts.size).toBeGreaterThan(1);
      for (const contract of contracts) {
        expect(theirs(`tag:contract=^${contract}$`)).toEqual(await ours('--contract', contract));
      }
    });

    it('finds what an entry rests on, and what took it back', () => {
      expect(hledger('register', 'tag:subject=^document:Beleg 3$', '-O', 'csv')).toContain(
        'Auszahlung 3',
      );
      expect(hledger('register', 'tag:reverses=.', '-O', 'csv')).toContain('Doppelt gebucht');
    });
  },
);

function nameOf(account: string): string {
  if (!isAccountKey(account)) throw new Error(`no account: ${account}`);
  return hledgerAccount(account);
}

/** "EUR -100.00" and "0" as decimals. */
function plain(amount: string): string {
  return amount === '0' ? '0.00' : amount.replace('EUR ', '');
}

function sumsOf(amounts: readonly (readonly [string, string])[]): Sums {
  const sums = new Map<string, bigint>();
  for (const [account, amount] of amounts) {
    sums.set(account, (sums.get(account) ?? 0n) + parseAmount(amount));
  }
  return Object.fromEntries([...sums].map(([account, sum]) => [account, sum.toString()]));
}

/** Ours without those at zero that hledger does not know yet on that day. */
function without0(sums: Sums, known: Sums): Sums {
  return Object.fromEntries(
    Object.entries(sums).filter(([account, sum]) => sum !== '0' || account in known),
  );
}
