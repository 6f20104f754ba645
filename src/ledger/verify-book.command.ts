import { readFileSync } from 'node:fs';
import type { Command, CommandCall, ConsoleIo, ExitCode } from '../platform/console/command.js';
import { readCall, type CallShape } from '../platform/console/command-options.js';
import { parseSeal } from './verification/seal.rules.js';
import type { GivenSeal } from './verification/seals.check.js';
import type { CheckVerdict, VerifyBookUseCase } from './verify-book.use-case.js';

const PROGRESS_EVERY_MS = 2_000;

const SHAPE: CallShape = {
  usage:
    'ledger verify [--seal DATEI…] [--json]   ' +
    'prüft Kette, Buchungen und Salden, auch gegen frühere Siegel',
  options: [],
  lists: ['seal'],
  words: 0,
};

interface VerifyCall {
  readonly seals: readonly GivenSeal[];
  readonly json: boolean;
}

/** "ledger verify": whether the book is as it was entered; else names the first that breaks. */
export class VerifyBookCommand implements Command {
  static readonly synopsis: CommandCall = {
    name: 'ledger verify',
    usage: SHAPE.usage,
    accepts: (args, io) => readVerifyCall(args, io) !== undefined,
  };

  constructor(private readonly book: VerifyBookUseCase) {}

  async run(args: readonly string[], io: ConsoleIo): Promise<ExitCode> {
    const call = readVerifyCall(args, io);
    if (call === undefined) return 2;
    const progress = progressOn(io);
    const verdicts = await this.book.execute({ seals: call.seals, progress });
    const sound = verdicts.every((verdict) => verdict.sound);
    if (call.json) io.out(JSON.stringify({ sound, first: firstOf(verdicts), checks: verdicts }));
    else tell(verdicts, io);
    return sound ? 0 : 1;
  }
}

/** Reads the seals too: a file that is none is a wrong call. */
function readVerifyCall(args: readonly string[], io: ConsoleIo): VerifyCall | undefined {
  return readCall(args, io, SHAPE, ({ lists, json }) => {
    const seals: GivenSeal[] = [];
    return wrongSeal(lists['seal'] ?? [], seals) ?? { seals, json };
  });
}

/** Reads the seals into `seals`. @returns what is wrong about the first that is none */
function wrongSeal(files: readonly string[], seals: GivenSeal[]): string | undefined {
  for (const source of files) {
    const text = textOf(source);
    if (text === undefined) return `Die Datei „${source}“ lässt sich nicht lesen.`;
    const seal = parseSeal(text);
    if (seal === undefined) return `„${source}“ ist kein Siegel, wie „ledger seal“ es schreibt.`;
    seals.push({ source, seal });
  }
  return undefined;
}

function textOf(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

/** Tells on long work every other second how far it is. */
function progressOn(io: ConsoleIo): (name: string, done: number, of: number) => void {
  let toldAt = performance.now();
  return (name, done, of) => {
    if (performance.now() - toldAt < PROGRESS_EVERY_MS) return;
    toldAt = performance.now();
    const percent = of === 0 ? 100 : Math.trunc((done * 100) / of);
    io.err(`${name}: ${german(done)} von ${german(of)} (${percent} %)`);
  };
}

function firstOf(verdicts: readonly CheckVerdict[]) {
  const verdict = verdicts.find(({ sound }) => !sound);
  return verdict && { check: verdict.name, ...verdict.broken[0] };
}

function tell(verdicts: readonly CheckVerdict[], io: ConsoleIo): void {
  for (const verdict of verdicts) tellVerdict(verdict, io);
  const count = verdicts.reduce((sum, { brokenCount }) => sum + brokenCount, 0);
  const first = firstOf(verdicts);
  if (first === undefined) {
    io.out('Das Buch ist in Ordnung.');
    return;
  }
  io.out(
    `Das Buch ist NICHT in Ordnung: ${count === 1 ? 'ein Befund' : `${german(count)} Befunde`}.`,
  );
  io.out(`Erster Befund: ${first.place ?? ''}`);
  io.out(`  erwartet:    ${first.expected ?? ''}`);
  io.out(`  vorgefunden: ${first.found ?? ''}`);
}

function tellVerdict(verdict: CheckVerdict, io: ConsoleIo): void {
  const { name, proven, sound, broken, brokenCount, notes, noteCount } = verdict;
  io.out(`${sound ? 'In Ordnung' : 'BEFUND    '}  ${name}${proven === '' ? '' : `: ${proven}`}`);
  for (const { place, expected, found } of broken) {
    io.out(`  Befund: ${place}: erwartet ${expected}, vorgefunden ${found}`);
  }
  if (brokenCount > broken.length) {
    io.out(`  … und ${german(brokenCount - broken.length)} weitere Befunde`);
  }
  for (const note of notes) io.out(`  Hinweis: ${note}`);
  if (noteCount > notes.length)
    io.out(`  … und ${german(noteCount - notes.length)} weitere Hinweise`);
}

function german(count: number): string {
  return count.toLocaleString('de-DE');
}
