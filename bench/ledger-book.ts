import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parsePlainDate } from '../src/domain/calendar/plain-date.js';
import { cents } from '../src/domain/money/cents.js';
import type { Dimensions, NewEntry } from '../src/ledger/ledger.types.js';
import { Ledger } from '../src/ledger/ledger.js';
import { openApp } from '../src/open-app.js';
import { readConfig } from '../src/platform/config/app-config.js';
import { UnitOfWork } from '../src/platform/database/unit-of-work.js';
import { report, timed } from './report.js';

export const BOOK_CONTRACTS = 1000;
const PARTNERS = 40;
const FIRST_YEAR = 2021;
const YEARS = 5;
const ENTRIES_PER_COMMIT = 5000;
const MONTHS = 12;
const DAYS = 28;
/** One in so many counts for a day a month before the entries around it. */
const BACKDATED_ONE_IN = 10;

/** The n-th entry of a made-up book: five years in order, 1,000 contracts in turn. */
export function generatedEntry(index: number, count: number): NewEntry {
  const contract = index % BOOK_CONTRACTS;
  const place = Math.floor((index * YEARS * MONTHS * DAYS) / count);
  const late = index % BACKDATED_ONE_IN === 0 && place >= DAYS ? DAYS : 0;
  const effectiveOn = dayAt(place - late);
  const dimensions = dimensionsOf(contract, Number(effectiveOn.slice(0, 4)));
  const amount = cents(BigInt(1 + (index % 99_999)) * 100n);
  return {
    effectiveOn: parsePlainDate(effectiveOn),
    kind: 'adjustment',
    subject: 'by-hand',
    text: `Erzeugte Buchung ${index}`,
    actors: { entered: 'system:bench' },
    commandKey: `bench-${Math.floor(index / ENTRIES_PER_COMMIT)}`,
    postings: [
      { ...dimensions, account: 'advances', cents: amount },
      { ...dimensions, account: 'opening', cents: cents(-amount) },
    ],
  };
}

function dayAt(place: number): string {
  const month = Math.floor(place / DAYS);
  const parts = [(month % MONTHS) + 1, (place % DAYS) + 1];
  const [monthText, dayText] = parts.map((part) => String(part).padStart(2, '0'));
  return `${FIRST_YEAR + Math.floor(month / MONTHS)}-${monthText}-${dayText}`;
}

function dimensionsOf(contract: number, budgetYear: number): Dimensions {
  return {
    ...{ programme: 'kim', component: 'kim-2', budgetYear },
    ...{ noticeLine: `kim-2-gross-${budgetYear}-1`, contract: `gross-${contract}` },
    ...{ allocationLine: `gross-${contract}-linie`, partner: `partner-${contract % PARTNERS}` },
  };
}

/** BENCH_LEDGER_ENTRIES makes shorter books, for trying. */
export function entriesOr(count: number): number {
  return Number(process.env['BENCH_LEDGER_ENTRIES'] ?? count);
}

/** A book of so many entries, entered through the ledger itself. */
export interface LedgerBook {
  readonly file: string;
  readonly url: string;
  remove(): void;
}

/** BENCH_LEDGER_BOOK names a file that is used if it is there, and kept: for work on one figure. */
export async function ledgerBook(count: number): Promise<LedgerBook> {
  const kept = process.env['BENCH_LEDGER_BOOK'];
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  const file = kept ?? join(folder, 'buch.sqlite');
  const url = `sqlite:${file}`;
  if (!existsSync(file)) {
    const filled = await timed(() => fill(url, count));
    report({ work: `a book of ${count} entries, made through the ledger`, ...filled, unit: 'ms' });
  }
  const remove = (): void => {
    rmSync(folder, { recursive: true });
  };
  return { file, url, remove };
}

async function fill(url: string, count: number): Promise<void> {
  const app = await openApp({ config: readConfig({ DATABASE_URL: url, BOOK: 'empty' }) });
  try {
    const [unitOfWork, ledger] = [app.get(UnitOfWork), app.get(Ledger)];
    for (let first = 0; first < count; first += ENTRIES_PER_COMMIT) {
      const length = Math.min(ENTRIES_PER_COMMIT, count - first);
      const entries = Array.from({ length }, (_, index) => generatedEntry(first + index, count));
      await unitOfWork.run((tx) => ledger.appendAll(tx, entries));
    }
  } finally {
    await app.close();
  }
}
