import { Module } from '@nestjs/common';
import { Sequencer } from './chain/sequencer.js';
import { WrittenContents } from './chain/written-contents.js';
import { ChartKeeping } from './chart-keeping.js';
import { Assignments } from './entries/assignments.js';
import { EntryWriting } from './entries/entry-writing.js';
import { Ledger } from './ledger.js';
import { LedgerQueries } from './ledger.queries.js';

/** "Nebenbuch": append-only, balanced, chained; knows no grant. */
@Module({
  providers: [
    ...[Ledger, LedgerQueries, Assignments, EntryWriting],
    ...[Sequencer, WrittenContents, ChartKeeping],
  ],
  exports: [Ledger, LedgerQueries],
})
export class LedgerModule {}
