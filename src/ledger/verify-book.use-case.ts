import { Injectable } from '@nestjs/common';
import { BookChecks, type BookCheck, type Discrepancy } from '../platform/checks/book-check.js';
import { CollectedReport } from '../platform/checks/collected-report.js';
import { FileCheck } from '../platform/checks/file.check.js';
import { GuardsCheck } from '../platform/checks/guards.check.js';
import { Clock } from '../platform/clock/clock.js';
import { AppConfig } from '../platform/config/app-config.js';
import { Reader } from '../platform/database/reader.js';
import { LedgerQueries } from './ledger.queries.js';
import { LedgerCheck } from './verification/ledger.check.js';
import { SealsCheck, type GivenSeal } from './verification/seals.check.js';

/** What one check came to. */
export interface CheckVerdict {
  readonly name: string;
  /** What was looked at: "1.234 Buchungen, …". */
  readonly proven: string;
  readonly sound: boolean;
  /** The first ones, in order; `brokenCount` says how many there are. */
  readonly broken: readonly Discrepancy[];
  readonly brokenCount: number;
  readonly notes: readonly string[];
  readonly noteCount: number;
  readonly milliseconds: number;
}

export interface VerifyOptions {
  /** Seals of earlier days that were kept outside the book. */
  readonly seals?: readonly GivenSeal[];
  /** @param name of the check that is at work */
  readonly progress?: (name: string, done: number, of: number) => void;
}

/**
 * "Das Buch prüfen": proves the chain, the entries and the balances, and what each module says of
 * its own part, on the book of one moment. Changes nothing.
 */
@Injectable()
export class VerifyBookUseCase {
  constructor(
    private readonly reader: Reader,
    private readonly ledger: LedgerQueries,
    private readonly checks: BookChecks,
    private readonly config: AppConfig,
    private readonly clock: Clock,
  ) {}

  /** @returns a verdict for each check; the ledger's comes first */
  async execute({ seals = [], progress }: VerifyOptions = {}): Promise<readonly CheckVerdict[]> {
    await this.settled();
    const { database } = this.config;
    const engine = database.kind;
    const checks: BookCheck[] = [new LedgerCheck(engine, this.clock), ...this.checks.all()];
    if (seals.length > 0) checks.splice(1, 0, new SealsCheck(seals));
    checks.push(new GuardsCheck(engine));
    // The file is read by a thread of its own, beside all others.
    const file = database.kind === 'sqlite' ? new FileCheck(database.file) : undefined;
    const reading = file && verdictOf(file, this.reader, progress);
    const verdicts = await this.reader.snapshot(async (reader) => {
      const all: CheckVerdict[] = [];
      for (const check of checks) all.push(await verdictOf(check, reader, progress));
      return all;
    });
    return reading === undefined ? verdicts : [...verdicts, await reading];
  }

  /** What is committed gets its place in the chain first; whatever hinders it, a check tells. */
  private async settled(): Promise<void> {
    await this.ledger.chained(this.clock.now()).catch(() => undefined);
  }
}

/** A check that cannot go on, over pages that cannot be read, has found something too. */
async function verdictOf(
  check: BookCheck,
  reader: Reader,
  progress: VerifyOptions['progress'],
): Promise<CheckVerdict> {
  const startedAt = performance.now();
  const report = new CollectedReport((done, of) => progress?.(check.name, done, of));
  let proven = '';
  try {
    proven = await check.run(reader, report);
  } catch (error) {
    const found = error instanceof Error ? error.message : String(error);
    report.broken({ place: check.name, expected: 'lässt sich zu Ende prüfen', found });
  }
  const { discrepancies: broken, brokenCount, notes, noteCount } = report;
  return {
    ...{ name: check.name, proven, sound: brokenCount === 0 },
    ...{ broken, brokenCount, notes, noteCount },
    milliseconds: Math.trunc(performance.now() - startedAt),
  };
}
