import { percentile, report, round } from './report.js';
import { startService } from './service.js';

const RUNS = 5;
const BARE = [
  '-e',
  `require('node:http').createServer((q, a) => a.end('ok')).listen(process.env.PORT, '127.0.0.1')`,
];

/** From `node` to the first answered request on an existing book, beside a bare HTTP server. */
export async function benchStartUp(databaseUrl: string): Promise<void> {
  const environment = { DATABASE_URL: databaseUrl };
  await (await startService(['dist/main.js'], environment)).stop();
  const ours: number[] = [];
  const bare: number[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    ours.push(await firstAnswerMs(['dist/main.js'], environment));
    bare.push(await firstAnswerMs(BARE));
  }
  const [value, yardstickValue] = [percentile(ours, 0.5), percentile(bare, 0.5)];
  report({
    work: 'start-up to the first answered request, existing book (median of 5)',
    value: round(value, 0),
    unit: 'ms',
    yardstick: 'bare node:http server',
    yardstickValue: round(yardstickValue, 0),
    ratio: round(value / yardstickValue),
    aim: '< 1500 ms on two cores',
  });
}

async function firstAnswerMs(
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<number> {
  const service = await startService(args, environment);
  await service.stop();
  return service.firstAnswerMs;
}
