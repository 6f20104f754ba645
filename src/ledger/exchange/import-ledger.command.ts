import { statSync } from 'node:fs';
import type { Command, CommandCall, ConsoleIo, ExitCode } from '../../platform/console/command.js';
import { EntriesRefused } from '../ledger.errors.js';
import { readCall, type Call, type CallShape } from '../../platform/console/command-options.js';
import type { EntryImport, ImportEntriesUseCase } from './import-entries.use-case.js';
import { counted, Progress } from './progress.js';
import { stayThrifty } from './thrift.js';
import { OPERATOR } from '../../platform/console/operator.js';

/** Who imports at the console: whoever may run it. */

const SHAPE: CallShape = {
  usage:
    'ledger import DATEI [--json]   ' +
    'nimmt Buchungen auf (.csv oder JSON-Zeilen, wie ledger export sie schreibt), alle oder keine',
  options: [],
  words: 1,
};

/** "ledger import": entries of a file, all of them or none, and none twice. */
export class ImportLedgerCommand implements Command {
  static readonly synopsis: CommandCall = {
    name: 'ledger import',
    usage: SHAPE.usage,
    accepts: (args, io) => readImportCall(args, io) !== undefined,
  };

  constructor(private readonly imports: ImportEntriesUseCase) {}

  async run(args: readonly string[], io: ConsoleIo): Promise<ExitCode> {
    const call = readImportCall(args, io);
    if (call === undefined) return 2;
    stayThrifty();
    const progress = new Progress(io, 'Buchungen gelesen');
    try {
      const done = await this.imports.execute(call.word, OPERATOR, (share, entries) => {
        progress.at(share, entries);
      });
      io.out(call.json ? JSON.stringify(done) : sentenceOf(done));
      return 0;
    } catch (error) {
      if (!(error instanceof EntriesRefused)) throw error;
      tellMistakes(call, error, io);
      return 1;
    }
  }
}

function readImportCall(args: readonly string[], io: ConsoleIo): Call | undefined {
  return readCall(args, io, SHAPE, (call) => {
    const isFile = statSync(call.word, { throwIfNoEntry: false })?.isFile() ?? false;
    return isFile ? call : `Die Datei „${call.word}“ gibt es nicht.`;
  });
}

function tellMistakes({ word, json }: Call, { mistakes }: EntriesRefused, io: ConsoleIo): void {
  if (json) {
    io.out(JSON.stringify({ mistakes }));
    return;
  }
  for (const { line, field, message } of mistakes) {
    io.out(`${word}:${line}: Fehler${field === '' ? '' : ` bei „${field}“`}: ${message}`);
  }
  const count = mistakes.length === 1 ? '1 Fehler' : `${counted(mistakes.length)} Fehler`;
  io.out(`${count}. Es wurde nichts aufgenommen.`);
}

function sentenceOf({ added, passedOver, others, repeated, commandKey }: EntryImport): string {
  if (repeated) {
    return `Diese Datei wurde schon aufgenommen (Vorgang ${commandKey}). Es kam nichts hinzu.`;
  }
  const parts = [
    `${counted(added)} ${added === 1 ? 'Buchung' : 'Buchungen'} aufgenommen`,
    ...(passedOver > 0 ? [`${counted(passedOver)} schon im Buch`] : []),
    ...(others > 0 ? [`${counted(others)} Angaben zu Konten und Abschlüssen übergangen`] : []),
  ];
  return `${parts.join(', ')} (Vorgang ${commandKey}).`;
}
