import Database from 'better-sqlite3';
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AppConfig } from '../../../../src/platform/config/app-config.js';
import { fileFlaws } from '../../../../src/platform/checks/file-reading.js';
import { CollectedReport } from '../../../../src/platform/checks/collected-report.js';
import { LedgerCheck } from '../../../../src/ledger/verification/ledger.check.js';
import { readerOptions } from '../../../../src/platform/database/data-sources.js';
import { openReader } from '../../../../src/platform/database/open-database.js';
import { TypeormReader } from '../../../../src/platform/database/typeorm-reader.js';
import { FixedClock } from '../../../../src/platform/clock/fixed-clock.js';
import { appOnEachDatabase } from '../../../support/open-app.js';
import { enterSampleLedger } from '../../../support/sample-ledger.js';

const TABLES = [
  ...['ledger_account', 'ledger_assignment', 'ledger_entry', 'ledger_posting'],
  ...['ledger_chain', 'ledger_balance', 'ledger_period', 'ledger_closing'],
];
const FLIPS = 2_000;

/** Numbers below `below`, the same in each run. */
function* seeded(below: number): Generator<number> {
  for (let state = 20260302; ; state = (state * 1_103_515_245 + 12_345) % 2 ** 31) {
    yield Math.trunc((state / 2 ** 31) * below);
  }
}

/** All that the tables tell, with row numbers where there are some; undefined if they cannot be read. */
function contentsIn(file: string): string | undefined {
  const handle = new Database(file, { readonly: true });
  try {
    const tables = TABLES.map((table) => {
      const clustered = handle.prepare('select 1 from pragma_table_list(?) where wr').get(table);
      const columns = clustered === undefined ? 'rowid as row_number, *' : '*';
      const rows = handle.prepare(`select ${columns} from ${table} not indexed`).all();
      return JSON.stringify(rows);
    });
    return tables.join('\n');
  } catch {
    return undefined;
  } finally {
    handle.close();
  }
}

function isFileSound(file: string): boolean {
  const handle = new Database(file, { readonly: true });
  try {
    return fileFlaws(handle).length === 0;
  } finally {
    handle.close();
  }
}

async function isLedgerSound(file: string): Promise<boolean> {
  const nothing = { entities: [], migrations: [] };
  const source = await openReader(readerOptions({ kind: 'sqlite', file }, nothing));
  const report = new CollectedReport(() => undefined);
  try {
    const check = new LedgerCheck('sqlite', new FixedClock('2026-03-02T12:00:00.000Z'));
    await check.run(new TypeormReader(source), report);
    return report.brokenCount === 0;
  } catch {
    return false;
  } finally {
    await source.destroy();
  }
}

appOnEachDatabase({}, (app) => {
  const folder = mkdtempSync(join(tmpdir(), 'flips-'));
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  it('finds each flipped byte after which a row of the ledger reads differently', async () => {
    const { database } = app().get(AppConfig);
    if (database.kind === 'postgres') return; // keeps its files itself
    await enterSampleLedger(app());
    const file = join(folder, 'buch.sqlite');
    const pages = copyOf(database.file, file);
    const original = readFileSync(file);
    const told = contentsIn(file);
    const numbers = seeded(pages.length * pages.size);
    const missed: number[] = [];
    let readDifferently = 0;
    for (let flip = 0; flip < FLIPS; flip += 1) {
      const spot = numbers.next().value as number;
      const page = pages.numbers[Math.trunc(spot / pages.size)] ?? 1;
      const at = (page - 1) * pages.size + (spot % pages.size);
      const changed = Buffer.from(original);
      changed[at] = (changed[at] ?? 0) ^ (1 << (flip % 8));
      writeFileSync(file, changed);
      if (contentsIn(file) === told) continue;
      readDifferently += 1;
      if (isFileSound(file) && (await isLedgerSound(file))) missed.push(at);
    }
    expect(missed).toEqual([]);
    expect(readDifferently).toBeGreaterThan(FLIPS / 3);
  });
});

/** Copies the book into one file without a log beside it; tells the pages of the ledger's tables. */
function copyOf(from: string, to: string) {
  const handle = new Database(from);
  handle.pragma('wal_checkpoint(TRUNCATE)');
  handle.close();
  copyFileSync(from, to);
  const copy = new Database(to);
  copy.pragma('journal_mode = delete');
  const size = copy.pragma('page_size', { simple: true }) as number;
  const rows = copy
    .prepare(`select pageno from dbstat where name in (${TABLES.map(() => '?').join(', ')})`)
    .all(...TABLES) as { pageno: number }[];
  copy.close();
  return { size, length: rows.length, numbers: rows.map(({ pageno }) => pageno) };
}
