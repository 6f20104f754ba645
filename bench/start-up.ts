import { percentile, report, round } from './report.js';
import { signedIn } from '../test/support/signed-in.js';
import { startService, type Service } from './service.js';

const RUNS = 5;
const LIGHT_PAGE = '/impressum';
const OVERVIEW = '/';
const BARE = [
  '-e',
  `require('node:http').createServer((q, a) => a.end('ok')).listen(process.env.PORT, '127.0.0.1')`,
];

/**
 * From `node` to the first answered request on an existing book, beside a bare HTTP server; and
 * the first Übersicht after it, which reads and computes the whole book.
 */
export async function benchStartUp(databaseUrl: string): Promise<void> {
  const environment = { DATABASE_URL: databaseUrl };
  await started(environment);
  const ours: Start[] = [];
  const bare: number[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    ours.push(await started(environment));
    bare.push(await startedBare());
  }
  const value = median(ours.map(({ lightMs }) => lightMs));
  const yardstickValue = median(bare);
  report({
    work: `start-up to the first answered request (${LIGHT_PAGE}), existing book (median of ${RUNS})`,
    value: round(value, 0),
    unit: 'ms',
    yardstick: 'bare node:http server',
    yardstickValue: round(yardstickValue, 0),
    ratio: round(value / yardstickValue),
    aim: '< 1500 ms on two cores',
  });
  report({
    work: `first Übersicht after a start, 1,000 contracts (median of ${RUNS})`,
    value: round(median(ours.map(({ overviewMs }) => overviewMs)), 0),
    unit: 'ms',
  });
}

interface Start {
  readonly lightMs: number;
  readonly overviewMs: number;
}

async function started(environment: Readonly<Record<string, string>>): Promise<Start> {
  const service = await startService(['dist/main.js'], environment, LIGHT_PAGE);
  try {
    const cookies = await signedIn(service.url);
    const overviewMs = await answerMs(service, OVERVIEW, cookies);
    return { lightMs: service.firstAnswerMs, overviewMs };
  } finally {
    await service.stop();
  }
}

/** @returns milliseconds to its first answer; it knows nobody who could sign in */
async function startedBare(): Promise<number> {
  const service = await startService(BARE, {}, LIGHT_PAGE);
  await service.stop();
  return service.firstAnswerMs;
}

async function answerMs({ url }: Service, path: string, cookie: string): Promise<number> {
  const askedAt = performance.now();
  const answer = await fetch(url + path, { headers: { cookie } });
  await answer.arrayBuffer();
  return performance.now() - askedAt;
}

function median(times: readonly number[]): number {
  return percentile(times, 0.5);
}
