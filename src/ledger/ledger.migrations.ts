import { LedgerTables2026112110001 } from './migrations/0001-ledger-tables.js';
import { LedgerEntriesByHand2026112110011 } from './migrations/0002-entries-by-hand.js';

export const ledgerMigrations = [
  LedgerTables2026112110001,
  LedgerEntriesByHand2026112110011,
] as const;
