import { existsSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { formatGermanDay } from '../domain/calendar/plain-date.js';
import type { Command, CommandCall, ConsoleIo, ExitCode } from '../platform/console/command.js';
import { isMailAddress } from '../platform/config/settings.js';
import { readCall, type CallShape } from '../platform/console/command-options.js';
import type { SealBookUseCase } from './seal-book.use-case.js';
import type { SendSealUseCase } from './send-seal.use-case.js';
import { sealText, type Seal } from './verification/seal.rules.js';

const SHAPE: CallShape = {
  usage:
    'ledger seal [--out DATEI] [--mail ADRESSE,…] [--json]   ' +
    'siegelt das Buch: Zahl der Glieder, letzter Hash, Tag',
  options: ['out', 'mail'],
  words: 0,
};

interface SealCall {
  readonly out: string | undefined;
  /** Whom it goes to by mail. */
  readonly mail: readonly string[];
  readonly json: boolean;
}

/** "ledger seal": count and hash of the chain, to be kept outside the book. */
export class SealBookCommand implements Command {
  static readonly synopsis: CommandCall = {
    name: 'ledger seal',
    usage: SHAPE.usage,
    accepts: (args, io) => readSealCall(args, io) !== undefined,
  };

  constructor(
    private readonly book: SealBookUseCase,
    private readonly sending: SendSealUseCase,
  ) {}

  async run(args: readonly string[], io: ConsoleIo): Promise<ExitCode> {
    const call = readSealCall(args, io);
    if (call === undefined) return 2;
    const seal = await this.book.execute();
    if (call.out !== undefined) writeFileSync(call.out, sealText(seal), { flag: 'wx' });
    if (call.mail.length > 0) await this.sending.execute(seal, call.mail);
    if (call.json) io.out(JSON.stringify(seal));
    else tell(seal, call, io);
    return 0;
  }
}

/** Reads the options; a seal that is there already is not written over. */
function readSealCall(args: readonly string[], io: ConsoleIo): SealCall | undefined {
  return readCall(args, io, SHAPE, ({ values, json }) => {
    const out = values['out'];
    const mail = values['mail']?.split(',') ?? [];
    return fileMistake(out) ?? mailMistake(mail) ?? { out, mail, json };
  });
}

function fileMistake(out: string | undefined): string | undefined {
  if (out === undefined) return undefined;
  if (existsSync(out)) return `„${out}“ gibt es schon; ein Siegel wird nicht überschrieben.`;
  return existsSync(dirname(out)) ? undefined : `Den Ordner „${dirname(out)}“ gibt es nicht.`;
}

function mailMistake(mail: readonly string[]): string | undefined {
  const wrong = mail.find((address) => !isMailAddress(address));
  return wrong === undefined ? undefined : `„${wrong}“ ist keine Mailadresse.`;
}

const KINDS = { example: 'Beispielbuch', empty: 'Buch' } as const;

function tell(seal: Seal, { out: file, mail }: SealCall, io: ConsoleIo): void {
  const { book, count, hash, recordedAt, day } = seal;
  io.out(`Siegel vom ${formatGermanDay(day)}`);
  io.out(`  Buch:                ${KINDS[book.kind]}, angelegt ${book.madeAt}`);
  io.out(`  Glieder der Kette:   ${count.toLocaleString('de-DE')}`);
  io.out(`  Hash des letzten:    ${hash}`);
  if (recordedAt !== '') io.out(`  aufgenommen:         ${recordedAt}`);
  if (mail.length > 0) io.out(`Gesendet an ${mail.join(', ')}.`);
  if (file === undefined) {
    io.out('Mit --out DATEI wird das Siegel zur Datei, die „ledger verify --seal“ lesen kann.');
  } else {
    io.out(`Geschrieben nach ${file}. Bewahren Sie es außerhalb des Buchs auf;`);
    io.out('„ledger verify --seal“ hält das Buch später dagegen.');
  }
}
