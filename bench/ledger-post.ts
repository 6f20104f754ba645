import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { signedIn } from '../test/support/signed-in.js';
import { startPostgres } from '../test/support/postgres-server.js';
import { callCli } from './cli.js';
import { pgbenchPerSecond } from './pgbench.js';
import { postingBodies, postings } from './posting-load.js';
import { RawLedger } from './raw-ledger.js';
import { RawPostings } from './raw-postings.js';
import { percentile, report, round } from './report.js';
import { startService } from './service.js';
import { hasTool } from './tools.js';

const CLIENTS = [1, 16, 64] as const;
const ROUNDS = 5;
const OURS_SECONDS = 2;
const YARDSTICK_SECONDS = 1;
const YARDSTICK_MS = YARDSTICK_SECONDS * 1000;
const WARM_UP_SECONDS = 4;
const WARM_UP_CLIENTS = 16;
const LINES = 100;
const P99_AIM_MS = 100;
const FIRST_PATH = '/impressum';
const BARE_SERVICE = fileURLToPath(new URL('./bare-service.js', import.meta.url));
const BARE_BODY = JSON.stringify({ effectiveOn: '2026-01-15', text: 'Messung' });

/** The same work without us. */
interface Yardstick {
  readonly name: string;
  /** What we aim at with so many clients, if anything. */
  readonly aims: Readonly<Partial<Record<number, number>>>;
  /** @param clients who wait for a commit at once */
  perSecond(clients: number): Promise<number>;
}

/**
 * Durable postings through the HTTP API, acknowledged one by one, beside the same without us: on
 * SQLite loops over prepared statements, on PostgreSQL pgbench.
 */
export async function benchLedgerPost(): Promise<void> {
  await onSqlite();
  if (hasTool('pgbench')) await onPostgres();
}

async function onSqlite(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  const file = join(folder, 'ledger.sqlite');
  await callCli(['ledger', 'seal'], `sqlite:${file}`, { BOOK: 'empty' });
  const [bare, same] = [new RawPostings(folder), new RawLedger(file, LINES)];
  const http = await startService(
    [BARE_SERVICE, mkdtempSync(join(folder, 'http-'))],
    {},
    FIRST_PATH,
  );
  try {
    await measure(`sqlite:${join(folder, 'buch.sqlite')}`, 'SQLite', [
      {
        name: 'better-sqlite3 by a loop: entry, two postings, hash; grouped as many',
        aims: { 1: 0.4 },
        perSecond: (clients) => Promise.resolve(bare.perSecond(clients, YARDSTICK_MS)),
      },
      {
        name: 'better-sqlite3 by a loop: the very rows of ours, with triggers; grouped as many',
        aims: { 16: 0.3, 64: 0.3 },
        perSecond: (clients) => Promise.resolve(same.perSecond(clients, YARDSTICK_MS)),
      },
      {
        name: 'the first loop behind bare Fastify: what HTTP alone leaves of it; grouped as many',
        aims: {},
        perSecond: async (clients) => {
          const answered = await postings(http.url, [BARE_BODY], clients, YARDSTICK_SECONDS);
          return answered.length / YARDSTICK_SECONDS;
        },
      },
    ]);
  } finally {
    await http.stop();
    bare.close();
    same.close();
    rmSync(folder, { recursive: true });
  }
}

async function onPostgres(): Promise<void> {
  const server = await startPostgres({ durable: true });
  try {
    const databaseUrl = `${server.url}postgres`;
    await measure(databaseUrl, 'PostgreSQL', [
      {
        name: 'pgbench: entry, two postings, hash; as many clients',
        aims: { 16: 0.3 },
        perSecond: (clients) => pgbenchPerSecond(databaseUrl, clients, YARDSTICK_SECONDS),
      },
    ]);
  } finally {
    await server.stop();
  }
}

async function measure(
  databaseUrl: string,
  engine: string,
  yardsticks: readonly Yardstick[],
): Promise<void> {
  const service = await startService(['dist/main.js'], { DATABASE_URL: databaseUrl }, FIRST_PATH);
  try {
    const bodies = await postingBodies(databaseUrl);
    const cookies = await signedIn(service.url);
    await postings(service.url, bodies, WARM_UP_CLIENTS, WARM_UP_SECONDS, cookies);
    for (const clients of CLIENTS) {
      await inTurns(`${engine}, ${clients} clients`, clients, yardsticks, () =>
        postings(service.url, bodies, clients, OURS_SECONDS, cookies),
      );
    }
  } finally {
    await service.stop();
  }
}

/** Ours and the yardsticks in turns, so that all see the same machine. */
async function inTurns(
  work: string,
  clients: number,
  yardsticks: readonly Yardstick[],
  post: () => Promise<number[]>,
): Promise<void> {
  const perSecond: number[] = [];
  const times: number[] = [];
  const others = yardsticks.map((): number[] => []);
  for (let turn = 0; turn < ROUNDS; turn += 1) {
    for (const [index, yardstick] of yardsticks.entries()) {
      others[index]?.push(await yardstick.perSecond(clients));
    }
    const answered = await post();
    perSecond.push(answered.length / OURS_SECONDS);
    times.push(...answered);
  }
  for (const [index, { name, aims }] of yardsticks.entries()) {
    tellRate(work, median(perSecond), name, median(others[index] ?? []), aims[clients]);
  }
  tellTimes(work, times);
}

function tellRate(
  work: string,
  value: number,
  yardstick: string,
  yardstickValue: number,
  aim: number | undefined,
): void {
  report({
    work: `durable postings through the API, ${work}`,
    ...{ value: round(value, 0), unit: '1/s' },
    ...{ yardstick, yardstickValue: round(yardstickValue, 0) },
    ratio: round(value / yardstickValue),
    ...(aim !== undefined && { aim: `>= ${aim}` }),
  });
}

function tellTimes(work: string, times: readonly number[]): void {
  for (const share of [0.5, 0.99]) {
    report({
      work: `${work}, p${share * 100} until acknowledged`,
      value: round(percentile(times, share)),
      unit: 'ms',
      ...(share === 0.99 && { aim: `< ${P99_AIM_MS}` }),
    });
  }
}

function median(values: readonly number[]): number {
  return percentile(values, 0.5);
}
