import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildAssets } from '../support/build-assets.js';
import { startPostgres } from '../support/postgres-server.js';
import { crashRound, type CrashRound } from './crash-round.js';

/**
 * `npm run crashtest [-- ROUNDS [sqlite|postgres]]`: kills the service at random moments while it
 * is posted to, on each database, and tells round by round what was found. Ends with 1 if anything
 * that was acknowledged is lost, anything is half, or the chain is broken.
 *
 * A kill of the process is tried, not a loss of power: for that the disk must keep its promise.
 */
const ROUNDS_DEFAULT = 10;
const CLIENTS = 16;
const KILL_AFTER_MS_MIN = 20;
const KILL_AFTER_MS_MAX = 1500;

const COLUMNS = [
  ['Runde', 7],
  ['Abbruch nach', 14],
  ['bestätigt', 11],
  ['unterwegs', 11],
  ['davon gebucht', 15],
  ['Buchungen', 11],
  ['Neustart', 10],
  ['Ergebnis', 10],
] as const;

async function run([roundsText, only]: readonly string[]): Promise<void> {
  const rounds = Number(roundsText ?? ROUNDS_DEFAULT);
  if (!Number.isInteger(rounds) || rounds < 1)
    throw new Error('crashtest [ROUNDS] [sqlite|postgres]');
  buildAssets();
  const problems: string[] = [];
  if (only !== 'postgres') problems.push(...(await onSqlite(rounds)));
  if (only !== 'sqlite') problems.push(...(await onPostgres(rounds)));
  for (const problem of problems) tell(problem);
  tell(problems.length === 0 ? 'Nichts verloren, nichts halb, Kette unversehrt.' : '');
  process.exitCode = problems.length === 0 ? 0 : 1;
}

async function onSqlite(rounds: number): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'crashtest-'));
  try {
    return await crash('SQLite', `sqlite:${join(folder, 'buch.sqlite')}`, rounds);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function onPostgres(rounds: number): Promise<string[]> {
  const server = await startPostgres({ durable: true });
  try {
    return await crash('PostgreSQL', `${server.url}postgres`, rounds);
  } finally {
    await server.stop();
  }
}

async function crash(name: string, databaseUrl: string, rounds: number): Promise<string[]> {
  tell(`\n${name}, ${CLIENTS} Absender zugleich`);
  tell(COLUMNS.map(([title, width]) => title.padStart(width)).join(''));
  const problems: string[] = [];
  for (let number = 1; number <= rounds; number += 1) {
    const killAfterMs = Math.round(
      KILL_AFTER_MS_MIN + Math.random() * (KILL_AFTER_MS_MAX - KILL_AFTER_MS_MIN),
    );
    const prefix = `crash-${number}`;
    const round = await crashRound({
      databaseUrl,
      prefix: `${prefix}-`,
      clients: CLIENTS,
      killAfterMs,
    });
    tell(rowOf(number, killAfterMs, round));
    problems.push(...round.problems.map((problem) => `${name}, Runde ${number}: ${problem}`));
  }
  return problems;
}

function rowOf(number: number, killAfterMs: number, round: CrashRound): string {
  const { acknowledged, unanswered, enteredUnanswered, entries, restartMs, problems } = round;
  const ending = problems.length === 0 ? 'gut' : `${problems.length} Fehler`;
  const cells = [
    ...[number, `${killAfterMs} ms`, acknowledged, unanswered, enteredUnanswered, entries],
    ...[`${restartMs} ms`, ending],
  ];
  return COLUMNS.map(([, width], index) => String(cells[index]).padStart(width)).join('');
}

function tell(line: string): void {
  process.stdout.write(`${line}\n`);
}

await run(process.argv.slice(2));
