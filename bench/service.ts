import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

/** A process that serves HTTP, started for measuring. */
export interface Service {
  readonly url: string;
  /** Milliseconds from the start of `node` to the first answer. */
  readonly firstAnswerMs: number;
  stop(): Promise<void>;
}

/** Starts `node …args` with PORT set, and asks until the path answers. */
export async function startService(
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
  path = '/',
): Promise<Service> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const startedAt = performance.now();
  const child = spawn(process.execPath, [...args], {
    // What is measured is the product, not its limit.
    env: { ...process.env, RATE_LIMIT_PER_MINUTE: '0', ...environment, PORT: String(port) },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  await firstAnswer(child, url + path);
  return { url, firstAnswerMs: performance.now() - startedAt, stop: () => stop(child) };
}

async function firstAnswer(child: ChildProcess, url: string): Promise<void> {
  for (;;) {
    if (child.exitCode !== null) throw new Error(`the service ended with ${child.exitCode}`);
    try {
      const answer = await fetch(url);
      await answer.arrayBuffer();
      if (answer.ok) return;
      throw new Error(`${url} answers ${answer.status}`);
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
      await pause(5);
    }
  }
}

async function stop(child: ChildProcess): Promise<void> {
  const gone = once(child, 'exit');
  child.kill('SIGTERM');
  await gone;
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => {
        if (address === null || typeof address === 'string') reject(new Error('no port'));
        else resolve(address.port);
      });
    });
  });
}
