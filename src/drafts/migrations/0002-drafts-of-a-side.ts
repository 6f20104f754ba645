import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addColumn } from '../../platform/database/tables.js';

/** Whose a draft is: until there were people with accounts, all of them were the office's. */
export class DraftsOfASide2026112212601 implements MigrationInterface {
  readonly name = 'DraftsOfASide2026112212601';

  async up(runner: QueryRunner): Promise<void> {
    await addColumn(runner, 'draft', `"partner_id" varchar(64)`);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('A book does not go back to an earlier version.'));
  }
}
