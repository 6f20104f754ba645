import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTable } from '../../platform/database/tables.js';
import { HELD_FORM_CHECKS } from '../held-forms/held-form.entity.js';

/** Forms that came after the end of their session, and how to tell whose they are. */
export class HeldForms2026112212602 implements MigrationInterface {
  readonly name = 'HeldForms2026112212602';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "session" ADD COLUMN "form_hash" varchar(64)`);
    await runner.query(`CREATE INDEX "ix_session_form" ON "session" ("form_hash")`);
    await createTable(runner, {
      name: 'held_form',
      columns: [
        `"id" varchar(26) NOT NULL`,
        `"person_id" varchar(26) NOT NULL`,
        `"path" text NOT NULL`,
        `"title" text NOT NULL`,
        `"fields" text NOT NULL`,
        `"file" text`,
        `"held_at" varchar(24) NOT NULL`,
      ],
      primaryKey: ['id'],
      checks: HELD_FORM_CHECKS,
      indexes: { ix_held_form_person: ['person_id'] },
    });
  }

  down(): Promise<void> {
    return Promise.reject(new Error('A book does not go back to an earlier version.'));
  }
}
