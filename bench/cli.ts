import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';

const LOOK_EVERY_MS = 50;

/** What a call of the console took, with its start. */
export interface CliCall {
  readonly ms: number;
  /** Highest memory of the process, where the system tells it (Linux). */
  readonly peakMiB: number | undefined;
}

/** Calls the product's console as an operator does. @throws Error if it does not end with 0 */
export async function callCli(
  args: readonly string[],
  databaseUrl: string,
  environment: Readonly<Record<string, string>> = {},
): Promise<CliCall> {
  const startedAt = performance.now();
  const child = spawn(process.execPath, ['dist/cli.js', ...args], {
    env: { ...process.env, ...environment, DATABASE_URL: databaseUrl },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let told = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (told += text));
  let peakMiB: number | undefined;
  const look = setInterval(() => (peakMiB = peakOf(child.pid) ?? peakMiB), LOOK_EVERY_MS);
  const [code] = (await once(child, 'exit')) as [number | null];
  clearInterval(look);
  if (code !== 0) throw new Error(`cli ${args.join(' ')} ended with ${String(code)}: ${told}`);
  return { ms: performance.now() - startedAt, peakMiB };
}

function peakOf(pid: number | undefined): number | undefined {
  try {
    const status = readFileSync(`/proc/${String(pid)}/status`, 'utf8');
    const kib = /^VmHWM:\s+(\d+) kB/m.exec(status)?.[1];
    return kib === undefined ? undefined : Math.round(Number(kib) / 1024);
  } catch {
    return undefined; // another system, or the process has just ended
  }
}
