import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Engine } from '../../../../src/platform/database/engine.js';
import { callConsole, type ConsoleCall } from '../../../support/child-process.js';
import {
  addressText,
  ownDatabase,
  type OwnDatabase,
  type TemplateKind,
} from '../../../support/templates.js';

/** Books of a test, called at the console, and a folder for what goes in and out. */
export class ConsoleBooks {
  private readonly folder = mkdtempSync(join(tmpdir(), 'journal-'));
  private readonly databases: OwnDatabase[] = [];

  constructor(private readonly engine: Engine) {}

  async open(kind: TemplateKind = 'empty'): Promise<ConsoleBook> {
    const own = await ownDatabase(this.engine, kind);
    this.databases.push(own);
    return new ConsoleBook(own, kind === 'example' ? 'example' : 'empty');
  }

  path(name: string): string {
    return join(this.folder, name);
  }

  file(name: string, text: string | Uint8Array): string {
    writeFileSync(this.path(name), text);
    return this.path(name);
  }

  async remove(): Promise<void> {
    for (const database of this.databases) await database.remove();
    rmSync(this.folder, { recursive: true });
  }
}

/** A book as an operator has it. */
export class ConsoleBook {
  readonly environment: Readonly<Record<string, string>>;

  constructor(
    readonly own: OwnDatabase,
    kind: string,
  ) {
    this.environment = { DATABASE_URL: addressText(own.address), BOOK: kind };
  }

  call(...args: readonly string[]): Promise<ConsoleCall> {
    return callConsole(['ledger', ...args], this.environment);
  }

  /** @throws unless the call ends with 0 */
  async done(...args: readonly string[]): Promise<string> {
    const { code, out, err } = await this.call(...args);
    if (code !== 0)
      throw new Error(`ledger ${args.join(' ')} ended with ${String(code)}: ${out}${err}`);
    return out;
  }

  /** What stands on the accounts, as the console tells it as JSON. */
  async balances(...args: readonly string[]): Promise<readonly unknown[]> {
    const text = await this.done('balances', '--json', '--as-of', '2199-12-31', ...args);
    return (JSON.parse(text) as { readonly balances: readonly unknown[] }).balances;
  }
}

/** The contents of the entries of a file of JSON lines, without what an import sets. */
export function entriesIn(text: string): readonly Record<string, unknown>[] {
  return linesIn(text)
    .map(({ content }) => content)
    .filter(({ type }) => type === 'entry')
    .map(({ actors, commandKey: _, ...content }) => {
      const { imported: __, ...others } = actors as Record<string, unknown>;
      return { ...content, actors: others };
    });
}

export interface Line {
  readonly content: Record<string, unknown>;
  readonly hash: string;
  readonly previousHash: string;
  readonly recordedAt: string;
  readonly sequence: number;
}

export function linesIn(text: string): readonly Line[] {
  return text
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Line);
}
