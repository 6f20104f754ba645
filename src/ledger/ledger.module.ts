import { Module } from '@nestjs/common';
import { Sequencer } from './chain/sequencer.js';
import { ChartKeeping } from './chart-keeping.js';
import { Ledger } from './ledger.js';
import { LedgerQueries } from './ledger.queries.js';
import { SealBookUseCase } from './seal-book.use-case.js';
import { VerifyBookUseCase } from './verify-book.use-case.js';

/** "Nebenbuch": append-only, balanced, chained; knows no grant. */
@Module({
  providers: [Ledger, LedgerQueries, Sequencer, ChartKeeping, VerifyBookUseCase, SealBookUseCase],
  exports: [Ledger, LedgerQueries, VerifyBookUseCase, SealBookUseCase],
})
export class LedgerModule {}
