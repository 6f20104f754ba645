import type { QueryRunner } from 'typeorm';
import { createTable } from '../../platform/database/tables.js';
import { ACCOUNT_CHECKS, ASSIGNMENT_CHECKS } from '../tables/account.entity.js';
import { BALANCE_CHECKS, ENTRY_CHECKS, POSTING_CHECKS, REVERSES } from '../tables/entry.entity.js';

/** Accounts, and accounts with what postings belong to. */
export async function createAccounts(runner: QueryRunner): Promise<void> {
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
      ix_ledger_assignment_contract: ['contract', 'account'],
      ix_ledger_assignment_line: ['allocation_line', 'budget_year', 'account'],
      ix_ledger_assignment_notice_line: ['notice_line', 'account', 'budget_year'],
    },
  });
}

/** Entries, postings, and what months add up to. */
export async function createJournal(runner: QueryRunner): Promise<void> {
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
    clustered: true,
    checks: ENTRY_CHECKS,
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
    },
  });
  await runner.query(
    `CREATE UNIQUE INDEX "uq_ledger_entry_reverses" ON "ledger_entry" ("reverses") WHERE ${REVERSES}`,
  );
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
    clustered: true,
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
    clustered: true,
    checks: BALANCE_CHECKS,
  });
}
