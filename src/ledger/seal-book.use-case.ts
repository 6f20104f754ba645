import { Injectable } from '@nestjs/common';
import type { Instant } from '../domain/calendar/instant.js';
import { Clock } from '../platform/clock/clock.js';
import type { BookKind } from '../platform/config/app-config.js';
import { Reader } from '../platform/database/reader.js';
import { chainHead } from './chain/chain-pending.js';
import { NO_HASH } from './chain/content.rules.js';
import { LedgerQueries } from './ledger.queries.js';
import type { Seal } from './verification/seal.rules.js';

/** "Das Buch siegeln": what is to be kept outside the book, so that it can be held against it. */
@Injectable()
export class SealBookUseCase {
  constructor(
    private readonly reader: Reader,
    private readonly ledger: LedgerQueries,
    private readonly clock: Clock,
  ) {}

  /** @throws NotYetChained if something waits for its place in the chain for longer than seconds */
  async execute(): Promise<Seal> {
    const [sealedAt, day] = [this.clock.now(), this.clock.today()];
    await this.ledger.chained(sealedAt);
    const [book] = await this.reader.all<{ kind: BookKind; made_at: Instant }>(
      'select kind, made_at from book',
    );
    if (book === undefined) throw new Error('the book is not opened');
    const head = await chainHead(this.reader);
    return {
      format: 1,
      book: { kind: book.kind, madeAt: book.made_at },
      count: head?.sequence ?? 0,
      hash: head?.hash ?? NO_HASH,
      recordedAt: head?.recordedAt ?? '',
      ...{ sealedAt, day },
    };
  }
}
