import { Writable } from 'node:stream';
import { runConsole } from '../../src/console.js';
import { startProgram } from './child-process.js';

/** How a call of the console ended. */
export interface ConsoleCall {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Calls the console in this process: what it says and answers, without the start of a program. */
export async function callConsole(
  args: readonly string[],
  environment: Readonly<Record<string, string>>,
): Promise<ConsoleCall> {
  const [out, err] = [new Told(), new Told()];
  const code = await runConsole(args, { environment, out, err });
  return { code, out: out.text(), err: err.text() };
}

/** Calls the console as an operator does: a process of its own, and its exit code. */
export async function callProgram(
  args: readonly string[],
  environment: Readonly<Record<string, string>>,
): Promise<ConsoleCall> {
  const { ended, out, err } = startProgram('cli', args, environment);
  const code = await ended;
  return { code, out: out(), err: err() };
}

class Told extends Writable {
  private readonly parts: Buffer[] = [];

  override _write(part: Buffer, _encoding: BufferEncoding, done: () => void): void {
    this.parts.push(part);
    done();
  }

  text(): string {
    return Buffer.concat(this.parts).toString('utf8');
  }
}
