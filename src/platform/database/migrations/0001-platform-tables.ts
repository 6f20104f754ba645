import type { MigrationInterface, QueryRunner } from 'typeorm';
import { makeAppendOnly, REFUSE_CHANGE_FUNCTION } from '../append-only.js';
import { instantCheck } from '../checks.js';
import { engineOf } from '../engine.js';
import { createTable } from '../tables.js';

/** Command keys, the mark of each change, and the list of tables that only grow. */
export class PlatformTables2026112100001 implements MigrationInterface {
  readonly name = 'PlatformTables2026112100001';

  async up(runner: QueryRunner): Promise<void> {
    if (engineOf(runner) === 'postgres') await runner.query(REFUSE_CHANGE_FUNCTION);
    await createTable(runner, {
      name: 'append_only_table',
      columns: [`"name" varchar(64) NOT NULL`],
      primaryKey: ['name'],
    });
    await makeAppendOnly(runner, 'append_only_table');
    await createTable(runner, {
      name: 'command',
      columns: [
        `"key" varchar(128) NOT NULL`,
        `"actor" varchar(96) NOT NULL`,
        `"route" varchar(200) NOT NULL`,
        `"content_hash" varchar(64) NOT NULL`,
        `"result_id" varchar(96) NOT NULL`,
        `"recorded_at" varchar(24) NOT NULL`,
      ],
      primaryKey: ['key'],
      checks: [instantCheck('command', 'recorded_at')],
    });
    await createTable(runner, {
      name: 'change',
      columns: [`"id" varchar(26) NOT NULL`],
      primaryKey: ['id'],
    });
    await makeAppendOnly(runner, 'change');
  }

  down(): Promise<void> {
    return Promise.reject(new Error('A book does not go back to an earlier version.'));
  }
}
