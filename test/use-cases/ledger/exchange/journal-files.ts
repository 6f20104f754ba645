import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { ExportLedgerCommand } from '../../../../src/ledger/exchange/export-ledger.command.js';
import { ImportEntriesUseCase } from '../../../../src/ledger/exchange/import-entries.use-case.js';
import { ImportLedgerCommand } from '../../../../src/ledger/exchange/import-ledger.command.js';
import { JournalStream } from '../../../../src/ledger/exchange/journal-stream.js';
import { LedgerBalancesCommand } from '../../../../src/ledger/exchange/ledger-balances.command.js';
import { LedgerQueries } from '../../../../src/ledger/ledger.queries.js';
import type { Command } from '../../../../src/platform/console/command.js';
import type { Engine } from '../../../../src/platform/database/engine.js';
import { SpreadsheetWorkbook } from '../../../../src/web/ledger/spreadsheet-workbook.js';
import type { ConsoleCall } from '../../../support/console-call.js';
import { openBook, type OpenedBook } from '../../../support/opened-book.js';
import { ownDatabase, type OwnDatabase, type TemplateKind } from '../../../support/templates.js';

/** Books of a test with the commands of the console on them, and a folder for what goes in and out. */
export class ConsoleBooks {
  private readonly folder = mkdtempSync(join(tmpdir(), 'journal-'));
  private readonly opened: { readonly own: OwnDatabase; readonly book: OpenedBook }[] = [];

  constructor(private readonly engine: Engine) {}

  async open(kind: TemplateKind = 'empty'): Promise<ConsoleBook> {
    const own = await ownDatabase(this.engine, kind);
    const book = await openBook(own);
    this.opened.push({ own, book });
    return new ConsoleBook(book);
  }

  path(name: string): string {
    return join(this.folder, name);
  }

  file(name: string, text: string | Uint8Array): string {
    writeFileSync(this.path(name), text);
    return this.path(name);
  }

  async remove(): Promise<void> {
    for (const { own, book } of this.opened) {
      await book.close();
      await own.remove();
    }
    rmSync(this.folder, { recursive: true });
  }
}

/** A book as an operator has it. */
export class ConsoleBook {
  constructor(readonly book: OpenedBook) {}

  /** Runs a command as the console does, in this process. @param args "export", "--format", … */
  async call(name: string, ...args: readonly string[]): Promise<ConsoleCall> {
    let [out, err] = ['', ''];
    const stdout = new Writable({
      write: (chunk: Buffer, _, done) => {
        out += chunk.toString('utf8');
        done();
      },
    });
    const io = {
      out: (line: string) => void (out += `${line}\n`),
      err: (line: string) => void (err += `${line}\n`),
    };
    const code = await this.command(name, stdout).run(args, io);
    return { code, out, err };
  }

  /** @throws unless the call ends with 0 */
  async done(...call: readonly [string, ...string[]]): Promise<string> {
    const { code, out, err } = await this.call(...call);
    if (code !== 0) throw new Error(`${call.join(' ')} ended with ${String(code)}: ${out}${err}`);
    return out;
  }

  /** What stands on the accounts, as the console tells it as JSON. */
  async balances(...args: readonly string[]): Promise<readonly StandingBalance[]> {
    const text = await this.done('balances', '--json', '--as-of', '2199-12-31', ...args);
    return (JSON.parse(text) as { readonly balances: readonly StandingBalance[] }).balances;
  }

  private command(name: string, stdout: Writable): Command {
    const { book } = this;
    switch (name) {
      case 'export':
        return new ExportLedgerCommand(book.get(JournalStream), new SpreadsheetWorkbook(), stdout);
      case 'import':
        return new ImportLedgerCommand(book.get(ImportEntriesUseCase));
      case 'balances':
        return new LedgerBalancesCommand(book.get(LedgerQueries));
      default:
        throw new Error(`no command: ${name}`);
    }
  }
}

export interface StandingBalance {
  readonly account: string;
  readonly amount: string;
  readonly contract?: string;
}

/** The contents of the entries of a file of JSON lines, by id, without what an import sets. */
export function entriesIn(text: string): readonly Record<string, unknown>[] {
  return linesIn(text)
    .map(({ content }) => content)
    .filter(({ type }) => type === 'entry')
    .map((content) => {
      const actors = content['actors'] as Record<string, unknown>;
      return { ...content, actors: { ...actors, imported: undefined }, commandKey: undefined };
    })
    .toSorted((a, b) => (String(idOf(a)) < String(idOf(b)) ? -1 : 1));
}

function idOf(content: Readonly<Record<string, unknown>>): unknown {
  return content['id'];
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
