import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTable } from '../../platform/database/tables.js';
import { DRAFT_CHECKS } from '../draft.entity.js';

/** What people have typed and not yet entered. */
export class Drafts2026112100601 implements MigrationInterface {
  readonly name = 'Drafts2026112100601';

  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'draft',
      columns: [
        `"id" varchar(26) NOT NULL`,
        `"kind" varchar(32) NOT NULL`,
        `"subject" varchar(64)`,
        `"base_revision" integer`,
        `"base" text NOT NULL`,
        `"texts" text NOT NULL`,
        `"changed" text NOT NULL`,
        `"step" varchar(64) NOT NULL`,
        `"revision" integer NOT NULL`,
        `"created_at" varchar(24) NOT NULL`,
        `"created_by" varchar(96) NOT NULL`,
        `"saved_at" varchar(24) NOT NULL`,
        `"saved_by" varchar(96) NOT NULL`,
        `"outcome" text`,
      ],
      primaryKey: ['id'],
      checks: DRAFT_CHECKS,
    });
  }

  down(): Promise<void> {
    return Promise.reject(new Error('A book does not go back to an earlier version.'));
  }
}
