import type { MigrationInterface, QueryRunner } from 'typeorm';
import { engineOf } from '../../platform/database/engine.js';
import { addColumn } from '../../platform/database/tables.js';
import { AGREED_BEFORE } from '../deputies/deputy.entity.js';
import { POSTGRES_DEPUTY, POSTGRES_DEPUTY_FUNCTION, SQLITE_DEPUTY } from './deputy-triggers.js';

/**
 * A deputising that an administrator records needs a second word. Those that are there stay in force:
 * the column's default says so of them, and the trigger refuses it of new ones.
 */
export class DeputiesByTwo2026112212702 implements MigrationInterface {
  readonly name = 'DeputiesByTwo2026112212702';

  async up(runner: QueryRunner): Promise<void> {
    await addColumn(runner, 'deputy', `"agreed_by" varchar(26) DEFAULT '${AGREED_BEFORE}'`);
    const texts =
      engineOf(runner) === 'sqlite'
        ? Object.values(SQLITE_DEPUTY)
        : [POSTGRES_DEPUTY_FUNCTION, ...Object.values(POSTGRES_DEPUTY)];
    for (const text of texts) await runner.query(text);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('A book does not go back to an earlier version.'));
  }
}
