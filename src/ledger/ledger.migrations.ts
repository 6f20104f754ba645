import { LedgerTables2026112110001 } from './migrations/0001-ledger-tables.js';
import { LedgerEntriesByHand2026112110011 } from './migrations/0002-entries-by-hand.js';
import { SealMails2026112110021 } from './migrations/0003-seal-mails.js';
import { Countersigning2026112212409 } from './migrations/0004-countersigning.js';

export const ledgerMigrations = [
  LedgerTables2026112110001,
  LedgerEntriesByHand2026112110011,
  SealMails2026112110021,
  Countersigning2026112212409,
] as const;
