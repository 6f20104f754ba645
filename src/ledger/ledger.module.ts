import { Module } from '@nestjs/common';
import { EnterByHandUseCase } from './by-hand/enter-by-hand.use-case.js';
import { LineDirectory } from './by-hand/line-directory.js';
import { ReverseByHandUseCase } from './by-hand/reverse-by-hand.use-case.js';
import { CountersigningCheck } from './countersigning/countersigning.check.js';
import { CountersignUseCase } from './countersigning/countersign.use-case.js';
import { CountersigningQueries } from './countersigning.queries.js';
import { Sequencer } from './chain/sequencer.js';
import { WrittenContents } from './chain/written-contents.js';
import { ChartKeeping } from './chart-keeping.js';
import { Assignments } from './entries/assignments.js';
import { EntryWriting } from './entries/entry-writing.js';
import { ImportEntriesUseCase } from './exchange/import-entries.use-case.js';
import { JournalStream } from './exchange/journal-stream.js';
import { SumGuard } from './entries/sum-guard.js';
import { JournalQueries } from './journal.queries.js';
import { LedgerCommandsController } from './ledger-commands.controller.js';
import { LedgerController } from './ledger.controller.js';
import { Ledger } from './ledger.js';
import { LedgerQueries } from './ledger.queries.js';
import { ClosePeriodUseCase } from './periods/close-period.use-case.js';
import { ClosingSealQueries } from './closing-seal.queries.js';
import { RegisterQueries } from './register.queries.js';
import { SealBookUseCase } from './seal-book.use-case.js';
import { SendSealUseCase } from './send-seal.use-case.js';
import { SealMailRounds } from './seal-mail-rounds.js';
import { SealMailQueries } from './seal-mails.queries.js';
import { StateOfficeAccountUseCase } from './state-office-account.use-case.js';
import { TurnoverQueries } from './turnover.queries.js';
import { VerifyBookUseCase } from './verify-book.use-case.js';

const USE_CASES = [
  ...[EnterByHandUseCase, ReverseByHandUseCase, CountersignUseCase],
  ...[ClosePeriodUseCase, StateOfficeAccountUseCase],
  ...[ImportEntriesUseCase, VerifyBookUseCase],
  ...[SealBookUseCase, SendSealUseCase],
];
const QUERIES = [
  ...[LedgerQueries, JournalQueries, JournalStream, CountersigningQueries],
  ...[RegisterQueries, TurnoverQueries, ClosingSealQueries, SealMailQueries],
];
const PUBLIC = [Ledger, LineDirectory, ...QUERIES, ...USE_CASES];
const PRIVATE = [
  SealMailRounds,
  CountersigningCheck,
  Assignments,
  EntryWriting,
  SumGuard,
  Sequencer,
  WrittenContents,
  ChartKeeping,
];

/** "Nebenbuch": append-only, balanced, chained; knows no grant. */
@Module({
  controllers: [LedgerController, LedgerCommandsController],
  providers: [...PUBLIC, ...PRIVATE],
  exports: PUBLIC,
})
export class LedgerModule {}
