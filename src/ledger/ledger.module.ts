import { Module } from '@nestjs/common';
import { Sequencer } from './chain/sequencer.js';
import { ChartKeeping } from './chart-keeping.js';
import { Ledger } from './ledger.js';
import { LedgerQueries } from './ledger.queries.js';

/** "Nebenbuch": append-only, balanced, chained; knows no grant. */
@Module({
  providers: [Ledger, LedgerQueries, Sequencer, ChartKeeping],
  exports: [Ledger, LedgerQueries],
})
export class LedgerModule {}
