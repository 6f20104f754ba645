import { Module } from '@nestjs/common';
import { Sequencer } from './chain/sequencer.js';
import { ChartKeeping } from './chart-keeping.js';
import { ImportEntriesUseCase } from './exchange/import-entries.use-case.js';
import { JournalStream } from './exchange/journal-stream.js';
import { Ledger } from './ledger.js';
import { LedgerQueries } from './ledger.queries.js';

/** "Nebenbuch": append-only, balanced, chained; knows no grant. */
@Module({
  providers: [Ledger, LedgerQueries, JournalStream, ImportEntriesUseCase, Sequencer, ChartKeeping],
  exports: [Ledger, LedgerQueries, JournalStream, ImportEntriesUseCase],
})
export class LedgerModule {}
