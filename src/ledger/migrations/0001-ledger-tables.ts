import type { MigrationInterface, QueryRunner } from 'typeorm';
import { makeAppendOnly } from '../../platform/database/append-only.js';
import { choiceCheck } from '../../platform/database/checks.js';
import { engineOf } from '../../platform/database/engine.js';
import { createTable } from '../../platform/database/tables.js';
import { ACCOUNT_CHECKS, ASSIGNMENT_CHECKS } from '../tables/account.entity.js';
import { CHAIN_CHECKS, ITEM_KINDS } from '../tables/chain.entity.js';
import { BALANCE_CHECKS, ENTRY_CHECKS, POSTING_CHECKS } from '../tables/entry.entity.js';
import { CLOSING_CHECKS } from '../tables/period.entity.js';
import { POSTGRES_FUNCTIONS, POSTGRES_TRIGGERS } from './postgres-triggers.js';
import { SQLITE_TRIGGERS } from './sqlite-triggers.js';

const APPEND_ONLY = [
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

async function createAccounts(runner: QueryRunner): Promise<void> {
  await createTable(runner, {
    name: 'ledger_account',
    columns: [
      `"id" varchar(26) NOT NULL`,
      `"key" varchar(40) NOT NULL`,
      `"revision" integer NOT NULL`,
      `"name" text NOT NULL`,
      `"kind" varchar(12) NOT NULL`,
      `"side" varchar(6) NOT NULL`,
      `"office_account" varchar(40) NOT NULL`,
      `"recorded_by" varchar(96) NOT NULL`,
      `"reason" text NOT NULL`,
    ],
    primaryKey: ['id'],
    checks: ACCOUNT_CHECKS,
    unique: { uq_ledger_account_revision: ['key', 'revision'] },
  });
  await createTable(runner, {
    name: 'ledger_assignment',
    columns: [
      `"id" varchar(26) NOT NULL`,
      `"account" varchar(40) NOT NULL`,
      `"off_balance" integer NOT NULL`,
      `"programme" varchar(64) NOT NULL`,
      `"component" varchar(64) NOT NULL`,
      `"budget_year" integer NOT NULL`,
      `"notice_line" varchar(64) NOT NULL`,
      `"contract" varchar(64) NOT NULL`,
      `"allocation_line" varchar(64) NOT NULL`,
      `"partner" varchar(64) NOT NULL`,
      `"claim" varchar(64) NOT NULL`,
    ],
    primaryKey: ['id'],
    checks: ASSIGNMENT_CHECKS,
    indexes: {
      ix_ledger_assignment_account: ['account'],
      ix_ledger_assignment_contract: ['contract'],
      ix_ledger_assignment_line: ['allocation_line', 'budget_year'],
      ix_ledger_assignment_notice_line: ['notice_line', 'budget_year'],
    },
  });
}

async function createJournal(runner: QueryRunner): Promise<void> {
  await createTable(runner, {
    name: 'ledger_entry',
    columns: [
      `"id" varchar(26) NOT NULL`,
      `"format" integer NOT NULL`,
      `"effective_on" date NOT NULL`,
      `"kind" varchar(32) NOT NULL`,
      `"subject" varchar(128) NOT NULL`,
      `"text" text NOT NULL`,
      `"actors" text NOT NULL`,
      `"command_key" varchar(128) NOT NULL`,
      `"reverses" varchar(26)`,
      `"postings" integer NOT NULL`,
    ],
    primaryKey: ['id'],
    checks: ENTRY_CHECKS,
    unique: { uq_ledger_entry_reverses: ['reverses'] },
    foreignKeys: {
      fk_ledger_entry_reverses: {
        columns: ['reverses'],
        table: 'ledger_entry',
        references: ['id'],
      },
    },
    indexes: {
      ix_ledger_entry_effective: ['effective_on'],
      ix_ledger_entry_subject: ['subject'],
      ix_ledger_entry_command: ['command_key'],
    },
  });
  await createTable(runner, {
    name: 'ledger_posting',
    columns: [
      `"entry_id" varchar(26) NOT NULL`,
      `"line" integer NOT NULL`,
      `"assignment_id" varchar(26) NOT NULL`,
      `"effective_on" date NOT NULL`,
      `"cents" bigint NOT NULL`,
    ],
    primaryKey: ['entry_id', 'line'],
    checks: POSTING_CHECKS,
    foreignKeys: {
      fk_ledger_posting_entry: {
        columns: ['entry_id'],
        table: 'ledger_entry',
        references: ['id'],
        deferred: true,
      },
      fk_ledger_posting_assignment: {
        columns: ['assignment_id'],
        table: 'ledger_assignment',
        references: ['id'],
      },
    },
    indexes: {
      ix_ledger_posting_assignment: ['assignment_id', 'effective_on', 'entry_id', 'cents'],
    },
  });
  await createTable(runner, {
    name: 'ledger_balance',
    columns: [
      `"assignment_id" varchar(26) NOT NULL`,
      `"month" varchar(7) NOT NULL`,
      `"cents" bigint NOT NULL`,
    ],
    primaryKey: ['assignment_id', 'month'],
    checks: BALANCE_CHECKS,
  });
}

async function createChain(runner: QueryRunner): Promise<void> {
  await createTable(runner, {
    name: 'ledger_chain',
    columns: [
      `"sequence" bigint NOT NULL`,
      `"item_kind" varchar(8) NOT NULL`,
      `"item_id" varchar(26) NOT NULL`,
      `"recorded_at" varchar(24) NOT NULL`,
      `"previous_hash" varchar(64) NOT NULL`,
      `"hash" varchar(64) NOT NULL`,
    ],
    primaryKey: ['sequence'],
    checks: CHAIN_CHECKS,
    unique: { uq_ledger_chain_item: ['item_id'] },
    indexes: { ix_ledger_chain_recorded: ['recorded_at', 'sequence'] },
  });
  await createTable(runner, {
    name: 'ledger_unchained',
    columns: [`"item_id" varchar(26) NOT NULL`, `"item_kind" varchar(8) NOT NULL`],
    primaryKey: ['item_id'],
    checks: [choiceCheck('ledger_unchained', 'item_kind', ITEM_KINDS)],
  });
  await createTable(runner, {
    name: 'ledger_period',
    columns: [`"id" varchar(7) NOT NULL`],
    primaryKey: ['id'],
  });
  await createTable(runner, {
    name: 'ledger_closing',
    columns: [
      `"period" varchar(7) NOT NULL`,
      `"id" varchar(26) NOT NULL`,
      `"entries" integer NOT NULL`,
      `"recorded_by" varchar(96) NOT NULL`,
      `"reason" text NOT NULL`,
    ],
    primaryKey: ['period'],
    checks: CLOSING_CHECKS,
    unique: { uq_ledger_closing_id: ['id'] },
  });
  await createTable(runner, {
    name: 'ledger_hold',
    columns: [`"id" varchar(96) NOT NULL`],
    primaryKey: ['id'],
  });
}
