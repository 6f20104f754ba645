import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { KeepAlive } from '../test/support/keep-alive.js';
import { startPostgres } from '../test/support/postgres-server.js';
import { readBook } from '../test/support/read-book.js';
import { pgbenchPerSecond } from './pgbench.js';
import { RawPostings } from './raw-postings.js';
import { percentile, report, round } from './report.js';
import { startService } from './service.js';
import { hasTool } from './tools.js';

const CLIENTS = [1, 16, 64] as const;
const ROUNDS = 5;
const OURS_SECONDS = 2;
const YARDSTICK_SECONDS = 1;
const WARM_UP_SECONDS = 4;
const PATH = '/api/v1/ledger/entries';
const P99_AIM_MS = 100;
const LINES_AND_YEARS = `
  select line.id, years.year
  from (select distinct line_id as id from allocation_line) line,
    (select 2024 as year union select 2025 union select 2026) years
  order by years.year, line.id`;

/** What one yardstick and one load of clients gave, in turns, so that both saw the same machine. */
interface Series {
  readonly perSecond: readonly number[];
  readonly yardstick: readonly number[];
  readonly times: readonly number[];
}

/**
 * Durable postings through the HTTP API, acknowledged one by one, beside the same without us: on
 * SQLite a loop over prepared statements, on PostgreSQL pgbench.
 */
export async function benchLedgerPost(): Promise<void> {
  await onSqlite();
  if (hasTool('pgbench')) await onPostgres();
}

async function onSqlite(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  const raw = new RawPostings(folder);
  const ms = YARDSTICK_SECONDS * 1000;
  try {
    await measure(`sqlite:${join(folder, 'buch.sqlite')}`, 'SQLite', {
      name: 'better-sqlite3 by a loop, two postings and hash, grouped as many',
      perSecond: (clients) => Promise.resolve(raw.perSecond(clients, ms)),
      aim: (clients) => (clients === 1 ? 0.4 : 0.3),
    });
  } finally {
    raw.close();
    rmSync(folder, { recursive: true });
  }
}

async function onPostgres(): Promise<void> {
  const server = await startPostgres({ durable: true });
  try {
    const databaseUrl = `${server.url}postgres`;
    await measure(databaseUrl, 'PostgreSQL', {
      name: 'pgbench, two postings and hash, as many clients',
      perSecond: (clients) => pgbenchPerSecond(databaseUrl, clients, YARDSTICK_SECONDS),
      aim: (clients) => (clients === 1 ? undefined : 0.3),
    });
  } finally {
    await server.stop();
  }
}

interface Yardstick {
  readonly name: string;
  perSecond(clients: number): Promise<number>;
  aim(clients: number): number | undefined;
}

async function measure(databaseUrl: string, engine: string, yardstick: Yardstick): Promise<void> {
  const service = await startService(['dist/main.js'], { DATABASE_URL: databaseUrl }, '/impressum');
  try {
    const bodies = await bodiesFor(databaseUrl);
    await postings(service.url, bodies, 16, WARM_UP_SECONDS);
    for (const clients of CLIENTS) {
      const series = await inTurns(service.url, bodies, clients, yardstick);
      tell(`${engine}, ${clients} clients`, series, yardstick, clients);
    }
  } finally {
    await service.stop();
  }
}

/** Commands that touch every line and year of the example book in turn: no balance is hot. */
async function bodiesFor(databaseUrl: string): Promise<readonly string[]> {
  const lines = await readBook(databaseUrl, (reader) =>
    reader.all<{ id: string; year: number }>(LINES_AND_YEARS),
  );
  return lines.map(({ id: allocationLine, year: budgetYear }) =>
    JSON.stringify({
      effectiveOn: '2026-01-15',
      kind: 'adjustment',
      text: 'Messung',
      postings: [
        { account: 'advances', amount: '100.00', allocationLine, budgetYear },
        { account: 'in-transit', amount: '-100.00', allocationLine, budgetYear },
      ],
    }),
  );
}

async function inTurns(
  url: string,
  bodies: readonly string[],
  clients: number,
  yardstick: Yardstick,
): Promise<Series> {
  const series = { perSecond: [] as number[], yardstick: [] as number[], times: [] as number[] };
  for (let turn = 0; turn < ROUNDS; turn += 1) {
    series.yardstick.push(await yardstick.perSecond(clients));
    const times = await postings(url, bodies, clients, OURS_SECONDS);
    series.perSecond.push(times.length / OURS_SECONDS);
    series.times.push(...times);
  }
  return series;
}

/** Milliseconds of each acknowledged posting. */
async function postings(
  url: string,
  bodies: readonly string[],
  clients: number,
  seconds: number,
): Promise<number[]> {
  const run = randomUUID();
  const times: number[] = [];
  let turn = 0;
  const endsAt = performance.now() + seconds * 1000;
  const client = async (): Promise<void> => {
    const connection = await KeepAlive.open(url);
    while (performance.now() < endsAt) {
      turn += 1;
      const askedAt = performance.now();
      const { status, body } = await connection.post(
        PATH,
        `${run}-${turn}`,
        bodies[turn % bodies.length] ?? '',
      );
      if (status !== 201) throw new Error(`${status}: ${body}`);
      times.push(performance.now() - askedAt);
    }
    connection.close();
  };
  await Promise.all(Array.from({ length: clients }, client));
  return times;
}

function tell(work: string, series: Series, yardstick: Yardstick, clients: number): void {
  const [value, yardstickValue] = [median(series.perSecond), median(series.yardstick)];
  const aim = yardstick.aim(clients);
  report({
    work: `durable postings through the API, ${work}`,
    value: round(value, 0),
    unit: '1/s',
    yardstick: yardstick.name,
    yardstickValue: round(yardstickValue, 0),
    ratio: round(value / yardstickValue),
    ...(aim !== undefined && { aim: `>= ${aim}` }),
  });
  for (const share of [0.5, 0.99]) {
    report({
      work: `${work}, p${share * 100} until acknowledged`,
      value: round(percentile(series.times, share)),
      unit: 'ms',
      ...(share === 0.99 && { aim: `< ${P99_AIM_MS}` }),
    });
  }
}

function median(values: readonly number[]): number {
  return percentile(values, 0.5);
}
