import { AccountRow, AssignmentRow } from './tables/account.entity.js';
import { ChainRow, UnchainedRow } from './tables/chain.entity.js';
import { BalanceRow, EntryRow, PostingRow } from './tables/entry.entity.js';
import { ClosingRow, HoldRow, PeriodRow } from './tables/period.entity.js';
import { SealMailRow } from './tables/seal-mail.entity.js';

export const ledgerEntities = [
  AccountRow,
  AssignmentRow,
  EntryRow,
  PostingRow,
  BalanceRow,
  ChainRow,
  UnchainedRow,
  PeriodRow,
  ClosingRow,
  HoldRow,
  SealMailRow,
] as const;
