import { spawn, type ChildProcessByStdio } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { projectRoot } from '../../src/platform/config/project-root.js';

/** A program of the product as a process of its own. */
export interface Program {
  /** What it has printed so far. */
  readonly out: () => string;
  readonly err: () => string;
  /** Resolves when the text was printed; fails if the process ends before. */
  readonly printed: (text: string) => Promise<void>;
  readonly kill: (signal: NodeJS.Signals) => Promise<void>;
  /** The exit code; null if it was killed. */
  readonly ended: Promise<number | null>;
}

const BUILD = join(projectRoot(), '.test-build');

/**
 * Starts `main` or `cli` as an operator does.
 * @param environment settings; PAUSE_AT stops an import half way: see pauses-half.ts
 */
export function startProgram(
  name: 'main' | 'cli',
  args: readonly string[],
  environment: Readonly<Record<string, string>>,
): Program {
  const preload =
    'PAUSE_AT' in environment ? ['--import', `${BUILD}/test/support/pauses-half.js`] : [];
  const child = spawn(process.execPath, [...preload, `${BUILD}/src/${name}.js`, ...args], {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  return programOf(child);
}

function programOf(child: ChildProcessByStdio<null, Readable, Readable>): Program {
  const [out, err] = [child.stdout, child.stderr].map((stream) => {
    let text = '';
    stream.setEncoding('utf8').on('data', (part: string) => (text += part));
    return () => text;
  }) as [() => string, () => string];
  const ended = once(child, 'close').then(() => child.exitCode);
  return {
    ...{ out, err, ended },
    printed: (text) =>
      new Promise((resolve, reject) => {
        const look = (): void => {
          if (out().includes(text)) resolve();
        };
        child.stdout.on('data', look);
        look();
        void ended.then((code) => {
          reject(new Error(`it ended with ${String(code)}: ${out()}${err()}`));
        });
      }),
    kill: async (signal) => {
      child.kill(signal);
      await ended;
    },
  };
}
