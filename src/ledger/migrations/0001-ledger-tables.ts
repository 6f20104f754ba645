import type { MigrationInterface, QueryRunner } from 'typeorm';
import { makeAppendOnly } from '../../platform/database/append-only.js';
import { engineOf } from '../../platform/database/engine.js';
import { createChain } from './chain-tables.js';
import { createAccounts, createJournal } from './journal-tables.js';
import { POSTGRES_FUNCTIONS, POSTGRES_TRIGGERS } from './postgres-triggers.js';
import { SQLITE_TRIGGERS } from './sqlite-triggers.js';

export const APPEND_ONLY = [
  'ledger_account',
  'ledger_assignment',
  'ledger_entry',
  'ledger_posting',
  'ledger_chain',
  'ledger_closing',
];

/** The journal: accounts, entries, postings, balances, the chain over them, and closings. */
export class LedgerTables2026112110001 implements MigrationInterface {
  readonly name = 'LedgerTables2026112110001';

  async up(runner: QueryRunner): Promise<void> {
    await createAccounts(runner);
    await createJournal(runner);
    await createChain(runner);
    for (const table of APPEND_ONLY) await makeAppendOnly(runner, table);
    const postgres = engineOf(runner) === 'postgres';
    for (const text of postgres ? POSTGRES_FUNCTIONS : []) await runner.query(text);
    const triggers = postgres ? POSTGRES_TRIGGERS : SQLITE_TRIGGERS;
    for (const text of Object.values(triggers)) await runner.query(text);
    await runner.query(`insert into ledger_hold (id) values ('chain'), ('periods')`);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('A book does not go back to an earlier version.'));
  }
}
