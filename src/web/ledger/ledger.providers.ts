import type { Provider, Type } from '@nestjs/common';
import { AccountNumberController } from './account-number.controller.js';
import { ClosingStepController } from './closing-step.controller.js';
import { ClosingsController } from './closings.controller.js';
import { EntryByHandController } from './by-hand/by-hand.controller.js';
import { ReversalController } from './reversal.controller.js';
import { AccountsController } from './accounts.controller.js';
import { JournalController } from './journal.controller.js';
import { CountersigningController } from './countersigning/countersigning.controller.js';
import { EntryPages } from './entry-pages.js';
import { LedgerPages } from './ledger-pages.js';
import { MoneyStandings } from './money-standings.js';

/** The pages of the ledger. */
export const ledgerControllers: readonly Type[] = [
  // "/buch/gegenzeichnen" is no entry: it comes before "/buch/:id".
  ...[CountersigningController, JournalController, EntryByHandController, ReversalController],
  ...[AccountsController, AccountNumberController],
  ...[ClosingsController, ClosingStepController],
];

export const ledgerProviders: readonly Provider[] = [LedgerPages, EntryPages, MoneyStandings];
