import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTable } from '../../platform/database/tables.js';
import { ATTEMPT_LIMIT_CHECKS } from '../attempts/attempt-limit.entity.js';

/** How often somebody tried to sign in of late. */
export class AttemptLimits2026112212102 implements MigrationInterface {
  readonly name = 'AttemptLimits2026112212102';

  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'attempt_limit',
      columns: [
        `"key" varchar(64) NOT NULL`,
        `"attempts" integer NOT NULL`,
        `"counted_at" varchar(24) NOT NULL`,
        `"blocked_until" varchar(24)`,
      ],
      primaryKey: ['key'],
      checks: ATTEMPT_LIMIT_CHECKS,
    });
  }

  down(): Promise<void> {
    return Promise.reject(new Error('A book does not go back to an earlier version.'));
  }
}
