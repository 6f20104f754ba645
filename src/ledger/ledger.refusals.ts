import type { DatabaseRefusal } from '../platform/database/database-failure.js';
import { AlreadyReversed, EntryUnbalanced, PeriodClosed } from './ledger.errors.js';

/** What the module's triggers and keys refuse, for the composition root. */
export const ledgerRefusals: readonly DatabaseRefusal[] = [
  {
    on: ['ledger: period closed', 'ledger_period_closed'],
    refuse: () => new PeriodClosed({}),
  },
  {
    on: ['ledger: unbalanced', 'ledger_entry_sound', 'ledger_posting_closed'],
    refuse: () => new EntryUnbalanced({}),
  },
  {
    on: ['uq_ledger_entry_reverses', 'ledger_entry.reverses'],
    refuse: () => new AlreadyReversed({}),
  },
];
