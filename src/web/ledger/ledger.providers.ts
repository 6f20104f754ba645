import type { Provider, Type } from '@nestjs/common';
import { AccountNumberController } from './account-number.controller.js';
import { ClosingStepController } from './closing-step.controller.js';
import { ClosingsController } from './closings.controller.js';
import { EntryByHandController } from './by-hand/by-hand.controller.js';
import { ReversalController } from './reversal.controller.js';
import { AccountsController } from './accounts.controller.js';
import { JournalController } from './journal.controller.js';
import { LedgerPages } from './ledger-pages.js';
import { MoneyStandings } from './money-standings.js';

/** The pages of the ledger. */
export const ledgerControllers: readonly Type[] = [
  ...[JournalController, EntryByHandController, ReversalController],
  ...[AccountsController, AccountNumberController],
  ...[ClosingsController, ClosingStepController],
];

export const ledgerProviders: readonly Provider[] = [LedgerPages, MoneyStandings];
