import { Injectable } from '@nestjs/common';
import type { Instant } from '../domain/calendar/instant.js';
import { dayInGermany } from '../platform/clock/system-clock.js';
import type { BookKind } from '../platform/config/app-config.js';
import { Reader } from '../platform/database/reader.js';
import { LedgerQueries, type Closing } from './ledger.queries.js';
import { sealText, type Seal } from './verification/seal.rules.js';

/** A closing that has its place in the chain: its own hash covers everything before it. */
export interface SealedClosing extends Closing {
  readonly sequence: number;
  readonly hash: string;
  readonly recordedAt: Instant;
}

/** "Siegel" of a closing: what leaves the book with the report of the month. */
@Injectable()
export class ClosingSealQueries {
  constructor(
    private readonly reader: Reader,
    private readonly ledger: LedgerQueries,
  ) {}

  /** The closing of a month; undefined if it was not closed, or has no place in the chain yet. */
  async closing(period: string): Promise<SealedClosing | undefined> {
    const closing = (await this.ledger.closings()).find((each) => each.period === period);
    if (closing === undefined) return undefined;
    const { sequence, hash, recordedAt } = closing;
    if (sequence === null || hash === null || recordedAt === null) return undefined;
    return { ...closing, sequence, hash, recordedAt };
  }

  /** The seal as the file that `ledger verify --seal` reads. */
  async file(closing: SealedClosing): Promise<string> {
    return sealText(await this.seal(closing));
  }

  /** Count and hash with the closing as the last link. */
  async seal({ sequence, hash, recordedAt }: SealedClosing): Promise<Seal> {
    const [book] = await this.reader.all<{ kind: BookKind; made_at: Instant }>(
      'select kind, made_at from book',
    );
    if (book === undefined) throw new Error('the book is not opened');
    return {
      format: 1,
      book: { kind: book.kind, madeAt: book.made_at },
      count: sequence,
      ...{ hash, recordedAt, sealedAt: recordedAt, day: dayInGermany(recordedAt) },
    };
  }
}
