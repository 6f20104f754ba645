import type { MigrationInterface, QueryRunner } from 'typeorm';
import { engineOf } from '../../platform/database/engine.js';
import { createTable } from '../../platform/database/tables.js';
import { SECOND_FACTOR_CHECKS } from '../second-factor/second-factor.entity.js';
import { SQLITE_ACCOUNT_CHANGE } from './account-change-triggers.js';

/** Room for encrypted secrets; those that are there are encrypted when the book is opened. */
export class SealedFactors2026112213101 implements MigrationInterface {
  readonly name = 'SealedFactors2026112213101';

  async up(runner: QueryRunner): Promise<void> {
    if (engineOf(runner) === 'sqlite') return rebuild(runner);
    for (const column of ['secret', 'offered_secret']) {
      await runner.query(
        `alter table "second_factor" alter column "${column}" type character varying(160)`,
      );
    }
  }

  down(): Promise<void> {
    return Promise.reject(new Error('A book does not go back to an earlier version.'));
  }
}

const NAMES =
  'person_id, secret, confirmed_at, last_step, offered_secret, offered_at, removed_by, removed_at';

/** SQLite changes no column. A table that is dropped asks none of its triggers, and takes them along. */
async function rebuild(runner: QueryRunner): Promise<void> {
  await runner.query(`create table "second_factor_before" as select ${NAMES} from "second_factor"`);
  await runner.query(`drop table "second_factor"`);
  await createTable(runner, {
    name: 'second_factor',
    columns: [
      `"person_id" varchar(26) NOT NULL`,
      `"secret" varchar(160)`,
      `"confirmed_at" varchar(24)`,
      `"last_step" integer`,
      `"offered_secret" varchar(160)`,
      `"offered_at" varchar(24)`,
      `"removed_by" varchar(96)`,
      `"removed_at" varchar(24)`,
    ],
    primaryKey: ['person_id'],
    checks: SECOND_FACTOR_CHECKS,
  });
  await runner.query(
    `insert into "second_factor" (${NAMES}) select ${NAMES} from "second_factor_before"`,
  );
  await runner.query(`drop table "second_factor_before"`);
  await runner.query(SQLITE_ACCOUNT_CHANGE['second_factor_by_two'] ?? '');
}
