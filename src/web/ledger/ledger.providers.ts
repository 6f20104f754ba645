import type { Provider, Type } from '@nestjs/common';
import { AccountsController } from './accounts.controller.js';
import { JournalController } from './journal.controller.js';
import { LedgerPages } from './ledger-pages.js';
import { MoneyStandings } from './money-standings.js';

/** The pages of the ledger. */
export const ledgerControllers: readonly Type[] = [JournalController, AccountsController];

export const ledgerProviders: readonly Provider[] = [LedgerPages, MoneyStandings];
