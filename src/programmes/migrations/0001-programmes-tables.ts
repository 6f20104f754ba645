import type { MigrationInterface, QueryRunner } from 'typeorm';
import { makeAppendOnly } from '../../platform/database/append-only.js';
import { instantCheck } from '../../platform/database/checks.js';
import { createTable } from '../../platform/database/tables.js';

/** Released rows of programmes and law, and what was taken in already. */
export class ProgrammesTables2026112100020 implements MigrationInterface {
  readonly name = 'ProgrammesTables2026112100020';

  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'released_row',
      columns: [
        `"kind" varchar(32) NOT NULL`,
        `"key" varchar(160) NOT NULL`,
        `"content" text NOT NULL`,
        `"content_hash" varchar(64) NOT NULL`,
        `"source_file" varchar(200) NOT NULL`,
        `"source_hash" varchar(64) NOT NULL`,
        `"recorded_at" varchar(24) NOT NULL`,
        `"recorded_by" varchar(96) NOT NULL`,
      ],
      primaryKey: ['kind', 'key'],
      checks: [instantCheck('released_row', 'recorded_at')],
    });
    await createTable(runner, {
      name: 'shipped_set',
      columns: [`"hash" varchar(64) NOT NULL`, `"recorded_at" varchar(24) NOT NULL`],
      primaryKey: ['hash'],
      checks: [instantCheck('shipped_set', 'recorded_at')],
    });
    for (const table of ['released_row', 'shipped_set']) await makeAppendOnly(runner, table);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('A book does not go back to an earlier version.'));
  }
}
