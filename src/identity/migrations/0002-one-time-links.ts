import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTable } from '../../platform/database/tables.js';
import { ONE_TIME_LINK_CHECKS } from '../links/one-time-link.entity.js';

/** Links with which people choose their password. */
export class OneTimeLinks2026112212101 implements MigrationInterface {
  readonly name = 'OneTimeLinks2026112212101';

  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'one_time_link',
      columns: [
        `"id" varchar(26) NOT NULL`,
        `"person_id" varchar(26) NOT NULL`,
        `"purpose" varchar(12) NOT NULL`,
        `"secret_hash" varchar(64) NOT NULL`,
        `"issued_at" varchar(24) NOT NULL`,
        `"issued_by" varchar(96) NOT NULL`,
        `"until" varchar(24) NOT NULL`,
        `"ended_at" varchar(24)`,
        `"ended_because" varchar(12)`,
      ],
      primaryKey: ['id'],
      checks: ONE_TIME_LINK_CHECKS,
      unique: { uq_one_time_link_secret: ['secret_hash'] },
      indexes: { ix_one_time_link_person: ['person_id'] },
    });
  }

  down(): Promise<void> {
    return Promise.reject(new Error('A book does not go back to an earlier version.'));
  }
}
