import { setTimeout as pause } from 'node:timers/promises';
import { startProgram, type Program } from '../support/child-process.js';
import { callConsole } from '../support/console-call.js';
import { bookFacts } from './book-facts.js';
import { postAgain, postUntilGone, type PostingLoad } from './posting-load.js';

/** A book that is posted to while its service is killed. */
export interface CrashPlan {
  /** As DATABASE_URL names it. */
  readonly databaseUrl: string;
  /** Begins the keys of this round's commands; no other round uses it. */
  readonly prefix: string;
  readonly clients: number;
  /** From the first answer to the kill. */
  readonly killAfterMs: number;
}

/** How a round ended; it went well if there are no problems. */
export interface CrashRound {
  /** Commands that were answered with 201 before the kill. */
  readonly acknowledged: number;
  /** Commands under way at the kill. */
  readonly unanswered: number;
  /** Of those under way: entered by the service that was killed. */
  readonly enteredUnanswered: number;
  /** All entries that this round made, after its unanswered commands were sent again. */
  readonly entries: number;
  /** From the start after the kill to the first answer, with all that recovers the book. */
  readonly restartMs: number;
  readonly problems: readonly string[];
}

/** How often is looked whether all is chained: for a minute, at the least. */
const LOOKS_MAX = 1_200;
/** Acknowledged commands that are sent again: they must be answered with the same entry. */
const DOUBTED = 25;

/**
 * Starts the service, posts, kills it at the given moment (SIGKILL), starts it again, sends again
 * what was not answered, and looks what stands in the book.
 */
export async function crashRound(plan: CrashPlan): Promise<CrashRound> {
  const load = await loadUntilKilled(plan);
  const startedAt = performance.now();
  const next = await startService(plan.databaseUrl);
  const restartMs = Math.round(performance.now() - startedAt);
  const before = await bookFacts(plan.databaseUrl, plan.prefix);
  const again = await postAgain(next.url, load.unanswered);
  const doubted = await postAgain(next.url, [...load.acknowledged.keys()].slice(-DOUBTED));
  await chained(plan.databaseUrl, plan.prefix);
  await next.program.kill('SIGTERM');
  const after = await bookFacts(plan.databaseUrl, plan.prefix);
  const answered = [load, again, doubted];
  return {
    acknowledged: load.acknowledged.size,
    unanswered: load.unanswered.size,
    enteredUnanswered: [...load.unanswered].filter((key) => before.entriesByKey.has(key)).length,
    entries: after.entriesByKey.size,
    restartMs,
    problems: [
      ...after.halves,
      ...answered.flatMap(({ refused }) => refused.map(({ status, body }) => `${status}: ${body}`)),
      ...answered.flatMap((part) => lost(part, after.entriesByKey)),
      ...strangers(answered, after.entriesByKey),
      ...(await chainProblems(plan.databaseUrl)),
    ],
  };
}

async function loadUntilKilled(plan: CrashPlan): Promise<PostingLoad> {
  const { program, url } = await startService(plan.databaseUrl);
  let answered = (): void => undefined;
  const firstAnswer = new Promise<void>((resolve) => (answered = resolve));
  const load = postUntilGone(url, plan.prefix, plan.clients, answered);
  await firstAnswer;
  await pause(plan.killAfterMs);
  await program.kill('SIGKILL');
  return load;
}

async function startService(databaseUrl: string): Promise<{ program: Program; url: string }> {
  const settings = { DATABASE_URL: databaseUrl, PORT: '0', RATE_LIMIT_PER_MINUTE: '0' };
  const program = startProgram('main', [], settings);
  await program.printed('Das Weiterleitungsbuch läuft');
  const [url = ''] = /http\S+/.exec(program.out()) ?? [];
  return { program, url };
}

/** What was acknowledged and is not there exactly once, under the id that was told. */
function lost({ acknowledged }: PostingLoad, found: ReadonlyMap<string, readonly string[]>) {
  return [...acknowledged]
    .map(([key, id]) => ({ key, id, entries: found.get(key) ?? [] }))
    .filter(({ id, entries }) => entries.length !== 1 || entries[0] !== id)
    .map(({ key, id, entries }) => `${key} was told ${id}, found: ${entries.join(', ') || 'none'}`);
}

/** Entries that nobody sent, or that one command made more than once. */
function strangers(
  loads: readonly PostingLoad[],
  found: ReadonlyMap<string, readonly string[]>,
): string[] {
  const keys = new Set(loads.flatMap(({ acknowledged }) => [...acknowledged.keys()]));
  return [...found.keys()].filter((key) => !keys.has(key)).map((key) => `${key}: sent by nobody`);
}

/** On PostgreSQL entries are chained a moment after they were acknowledged. */
async function chained(databaseUrl: string, prefix: string): Promise<void> {
  for (let looks = 0; looks < LOOKS_MAX; looks += 1) {
    const { halves } = await bookFacts(databaseUrl, prefix);
    if (!halves.some((half) => half.includes('chain'))) return;
    await pause(50);
  }
}

/** What `ledger verify --json` prints, as far as it is looked at here. */
interface Verdicts {
  readonly checks: readonly { readonly broken: readonly { readonly place: string }[] }[];
}

async function chainProblems(databaseUrl: string): Promise<string[]> {
  const { code, out, err } = await callConsole(['ledger', 'verify', '--json'], {
    DATABASE_URL: databaseUrl,
  });
  if (code === 2) return [`ledger verify: ${out}${err}`];
  // What was posted is by hand: that nobody has countersigned it is told, and right.
  const broken = (JSON.parse(out) as Verdicts).checks.flatMap((check) => check.broken);
  return broken
    .filter(({ place }) => !place.endsWith('von Hand'))
    .map((finding) => `ledger verify: ${JSON.stringify(finding)}`);
}
