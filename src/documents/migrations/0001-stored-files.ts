import type { MigrationInterface, QueryRunner } from 'typeorm';
import { makeAppendOnly } from '../../platform/database/append-only.js';
import { createTable } from '../../platform/database/tables.js';
import { STORED_FILE_CHECKS } from '../stored-file.entity.js';

/** Files that people filed: signed contracts, notices, job descriptions. */
export class StoredFiles2026112100701 implements MigrationInterface {
  readonly name = 'StoredFiles2026112100701';

  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'stored_file',
      columns: [
        `"sha256" varchar(64) NOT NULL`,
        `"media_type" varchar(80) NOT NULL`,
        `"size" integer NOT NULL`,
        `"recorded_at" varchar(24) NOT NULL`,
        `"content" text NOT NULL`,
      ],
      checks: STORED_FILE_CHECKS,
      primaryKey: ['sha256'],
    });
    await makeAppendOnly(runner, 'stored_file');
  }

  down(): Promise<void> {
    return Promise.reject(new Error('A book does not go back to an earlier version.'));
  }
}
