import { LedgerTables2026112110001 } from './migrations/0001-ledger-tables.js';

export const ledgerMigrations = [LedgerTables2026112110001] as const;
