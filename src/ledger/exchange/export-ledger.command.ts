import { createWriteStream, renameSync, rmSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { Readable, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Command, CommandCall, ConsoleIo, ExitCode } from '../../platform/console/command.js';
import { readCall, type CallShape } from '../../platform/console/command-options.js';
import { isTextFormat, TEXT_FORMATS, type TextFormat } from './journal-formats.js';
import type { JournalStream } from './journal-stream.js';
import type { ChainEnd, JournalItem, JournalWorkbook } from './journal.types.js';
import { counted, Progress } from './progress.js';
import { stayThrifty } from './thrift.js';

interface ExportCall {
  readonly format: TextFormat | 'xlsx';
  readonly out: string | undefined;
  readonly json: boolean;
}

/** Shorter journals are out before anybody asks how far it is. */
const TOLD_FROM = 10_000;

const SHAPE: CallShape = {
  usage:
    'ledger export --format hledger|jsonl|csv|xlsx [--out DATEI] [--json]   ' +
    'gibt das Journal aus, damit andere es nachrechnen',
  options: ['format', 'out'],
  words: 0,
};

/** "ledger export": the journal for others: hledger, a spreadsheet, a program of their own. */
export class ExportLedgerCommand implements Command {
  static readonly synopsis: CommandCall = {
    name: 'ledger export',
    usage: SHAPE.usage,
    accepts: (args, io) => readExportCall(args, io) !== undefined,
  };

  /** @param stdout where the journal goes that is not written into a file */
  constructor(
    private readonly journal: JournalStream,
    private readonly workbook: JournalWorkbook,
    private readonly stdout: Writable,
  ) {}

  async run(args: readonly string[], io: ConsoleIo): Promise<ExitCode> {
    const call = readExportCall(args, io);
    if (call === undefined) return 2;
    stayThrifty();
    const head = await this.journal.head();
    if (head === undefined) {
      io.err('Das Journal ist leer.');
      return 1;
    }
    const { format, out } = call;
    if (format === 'xlsx') {
      const postings = await this.journal.postings();
      if (postings > this.workbook.rowsMax) {
        io.err(tooManyRows(postings, this.workbook.rowsMax));
        return 1;
      }
    }
    const chunks = format === 'xlsx' ? this.workbookBytes(head) : this.text(format, head, io);
    if (out === undefined) await toStdout(chunks, this.stdout);
    else {
      await intoFile(chunks, out);
      tell({ ...head, format, file: out }, io, call.json);
    }
    return 0;
  }

  private async *text(format: TextFormat, head: ChainEnd, io: ConsoleIo): AsyncGenerator<string> {
    const { head: headText, item: itemText } = TEXT_FORMATS[format];
    const progress = new Progress(io, 'Einträge der Kette ausgegeben');
    yield headText(await this.journal.accounts());
    for await (const items of this.journal.items(head)) {
      yield items.map(itemText).join('');
      const last = items.at(-1)?.sequence ?? 0;
      if (head.sequence >= TOLD_FROM) progress.at(last / head.sequence, last);
    }
  }

  private async *workbookBytes(head: ChainEnd): AsyncGenerator<Buffer> {
    const items: JournalItem[] = [];
    for await (const page of this.journal.items(head)) items.push(...page);
    yield await this.workbook.file(items, head);
  }
}

function readExportCall(args: readonly string[], io: ConsoleIo): ExportCall | undefined {
  return readCall(args, io, SHAPE, ({ values, json }) => {
    const { format = '', out } = values;
    if (format !== 'xlsx' && !isTextFormat(format))
      return 'Nennen Sie mit --format eine der Formen.';
    if (out === undefined && json) return '--json geht nur zusammen mit --out.';
    if (out === undefined && format === 'xlsx') return 'Eine XLSX-Datei braucht --out.';
    if (out !== undefined && !isFolder(dirname(out))) {
      return `Den Ordner „${dirname(out)}“ gibt es nicht.`;
    }
    if (out !== undefined && isFolder(out)) return `„${out}“ ist ein Ordner, keine Datei.`;
    return { format, out, json };
  });
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

/** Whoever reads along may stop when they have seen enough: `… | head`. */
async function toStdout(chunks: AsyncIterable<string | Buffer>, stdout: Writable): Promise<void> {
  try {
    await pipeline(Readable.from(chunks), stdout, { end: false });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EPIPE')) throw error;
  }
}

/** A file is there whole, or not at all. */
async function intoFile(chunks: AsyncIterable<string | Buffer>, path: string): Promise<void> {
  const half = `${path}.part`;
  try {
    await pipeline(Readable.from(chunks), createWriteStream(half, { flush: true }));
    renameSync(half, path);
  } catch (error) {
    rmSync(half, { force: true });
    throw error;
  }
}

function tell(
  written: ChainEnd & { readonly format: string; readonly file: string },
  io: ConsoleIo,
  json: boolean,
): void {
  const { file, format, sequence, hash, recordedAt } = written;
  if (json) io.out(JSON.stringify({ file, format, sequence, hash, recordedAt }));
  else io.out(`${file}: ${counted(sequence)} Einträge der Kette, der letzte mit ${hash}.`);
}

function tooManyRows(postings: number, most: number): string {
  return (
    `Eine XLSX-Datei fasst hier höchstens ${counted(most)} Buchungszeilen, das Journal hat ` +
    `${counted(postings)}. Nehmen Sie --format csv.`
  );
}
