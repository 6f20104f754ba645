import type { MigrationInterface, QueryRunner } from 'typeorm';
import { engineOf } from '../../platform/database/engine.js';
import { addColumn, createRevisionTable, createTable } from '../../platform/database/tables.js';
import {
  ACCOUNT_CHANGE_CHECKS,
  ACCOUNT_NOTICE_CHECKS,
} from '../account-changes/account-change.entity.js';
import {
  POSTGRES_ACCOUNT_CHANGE,
  POSTGRES_ACCOUNT_CHANGE_FUNCTIONS,
  SQLITE_ACCOUNT_CHANGE,
} from './account-change-triggers.js';

/** Changes of accounts that two administrators make together, and what their owners are told. */
export class AccountChanges2026112212701 implements MigrationInterface {
  readonly name = 'AccountChanges2026112212701';

  async up(runner: QueryRunner): Promise<void> {
    await createRevisionTable(runner, {
      name: 'account_change',
      columns: [
        `"kind" varchar(12) NOT NULL`,
        `"person_id" varchar(26) NOT NULL`,
        `"person_revision" integer NOT NULL`,
        `"roles" text`,
        `"asked_by" varchar(26) NOT NULL`,
        `"agreed_by" varchar(26)`,
      ],
      checks: ACCOUNT_CHANGE_CHECKS,
      indexes: { ix_account_change_person: ['person_id'] },
    });
    await createTable(runner, {
      name: 'account_change_profile',
      columns: [
        `"change_id" varchar(64) NOT NULL`,
        `"name" text NOT NULL`,
        `"mail" varchar(254) NOT NULL`,
      ],
      primaryKey: ['change_id'],
    });
    await createTable(runner, {
      name: 'account_notice',
      columns: [`"person_id" varchar(26) NOT NULL`, `"seen_until" varchar(24) NOT NULL`],
      primaryKey: ['person_id'],
      checks: ACCOUNT_NOTICE_CHECKS,
    });
    await addColumn(runner, 'second_factor', `"removed_by" varchar(96)`);
    await addColumn(runner, 'second_factor', `"removed_at" varchar(24)`);
    for (const text of triggersOn(runner)) await runner.query(text);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('A book does not go back to an earlier version.'));
  }
}

function triggersOn(runner: QueryRunner): readonly string[] {
  if (engineOf(runner) === 'sqlite') return Object.values(SQLITE_ACCOUNT_CHANGE);
  return [...POSTGRES_ACCOUNT_CHANGE_FUNCTIONS, ...Object.values(POSTGRES_ACCOUNT_CHANGE)];
}
