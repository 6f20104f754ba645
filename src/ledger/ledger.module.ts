import { Module } from '@nestjs/common';
import { Sequencer } from './chain/sequencer.js';
import { EnterByHandUseCase } from './by-hand/enter-by-hand.use-case.js';
import { LineDirectory } from './by-hand/line-directory.js';
import { ReverseByHandUseCase } from './by-hand/reverse-by-hand.use-case.js';
import { ChartKeeping } from './chart-keeping.js';
import { JournalQueries } from './journal.queries.js';
import { LedgerCommandsController } from './ledger-commands.controller.js';
import { LedgerController } from './ledger.controller.js';
import { WrittenContents } from './chain/written-contents.js';
import { Assignments } from './entries/assignments.js';
import { EntryWriting } from './entries/entry-writing.js';
import { Ledger } from './ledger.js';
import { LedgerQueries } from './ledger.queries.js';
import { ClosePeriodUseCase } from './periods/close-period.use-case.js';
import { StateOfficeAccountUseCase } from './state-office-account.use-case.js';

const USE_CASES = [
  ...[EnterByHandUseCase, ReverseByHandUseCase],
  ...[ClosePeriodUseCase, StateOfficeAccountUseCase],
];

/** "Nebenbuch": append-only, balanced, chained; knows no grant. */
@Module({
  controllers: [LedgerController, LedgerCommandsController],
  providers: [
    ...[Ledger, LedgerQueries, JournalQueries, LineDirectory, Assignments, EntryWriting],
    ...[Sequencer, WrittenContents, ChartKeeping],
    ...USE_CASES,
  ],
  exports: [Ledger, LedgerQueries, JournalQueries, LineDirectory, ...USE_CASES],
})
export class LedgerModule {}
