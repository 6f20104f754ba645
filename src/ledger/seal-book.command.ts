import { existsSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { formatGermanDay } from '../domain/calendar/plain-date.js';
import type { Command, CommandCall, ConsoleIo, ExitCode } from '../platform/console/command.js';
import type { SealBookUseCase } from './seal-book.use-case.js';
import { sealText, type Seal } from './verification/seal.rules.js';

interface SealCall {
  readonly out: string | undefined;
  readonly json: boolean;
}

/** "ledger seal": count and hash of the chain, to be kept outside the book. */
export class SealBookCommand implements Command {
  static readonly synopsis: CommandCall = {
    name: 'ledger seal',
    usage:
      'ledger seal [--out DATEI] [--json]   siegelt das Buch: Zahl der Glieder, letzter Hash, Tag',
    accepts: (args, io) => readCall(args, io) !== undefined,
  };

  constructor(private readonly book: SealBookUseCase) {}

  async run(args: readonly string[], io: ConsoleIo): Promise<ExitCode> {
    const call = readCall(args, io);
    if (call === undefined) return 2;
    const seal = await this.book.execute();
    if (call.out !== undefined) writeFileSync(call.out, sealText(seal), { flag: 'wx' });
    if (call.json) io.out(JSON.stringify(seal));
    else tell(seal, call.out, io);
    return 0;
  }
}

/** Reads `[--out FILE] [--json]`; a seal that is there already is not written over. */
function readCall(args: readonly string[], io: ConsoleIo): SealCall | undefined {
  const at = args.indexOf('--out');
  const out = at < 0 ? undefined : args[at + 1];
  const others = args.filter((_, index) => at < 0 || (index !== at && index !== at + 1));
  const unknown = others.find((arg) => arg !== '--json');
  if (unknown !== undefined) io.err(`Unbekannte Angabe: ${unknown}`);
  else if (at >= 0 && (out === undefined || out.startsWith('--'))) {
    io.err('Nach --out fehlt die Datei.');
  } else if (out !== undefined && existsSync(out)) {
    io.err(`„${out}“ gibt es schon; ein Siegel wird nicht überschrieben.`);
  } else if (out !== undefined && !existsSync(dirname(out))) {
    io.err(`Den Ordner „${dirname(out)}“ gibt es nicht.`);
  } else return { out, json: args.includes('--json') };
  io.err(`Aufruf: ${SealBookCommand.synopsis.usage}`);
  return undefined;
}

const KINDS = { example: 'Beispielbuch', empty: 'Buch' } as const;

function tell(seal: Seal, file: string | undefined, io: ConsoleIo): void {
  const { book, count, hash, recordedAt, day } = seal;
  io.out(`Siegel vom ${formatGermanDay(day)}`);
  io.out(`  Buch:                ${KINDS[book.kind]}, angelegt ${book.madeAt}`);
  io.out(`  Glieder der Kette:   ${count.toLocaleString('de-DE')}`);
  io.out(`  Hash des letzten:    ${hash}`);
  if (recordedAt !== '') io.out(`  aufgenommen:         ${recordedAt}`);
  if (file === undefined) {
    io.out('Mit --out DATEI wird das Siegel zur Datei, die „ledger verify --seal“ lesen kann.');
  } else {
    io.out(`Geschrieben nach ${file}. Bewahren Sie es außerhalb des Buchs auf;`);
    io.out('„ledger verify --seal“ hält das Buch später dagegen.');
  }
}
