import type { MigrationInterface, QueryRunner } from 'typeorm';
import { makeAppendOnly } from '../../platform/database/append-only.js';
import { choiceCheck, instantCheck, wholeCheck } from '../../platform/database/checks.js';
import { createTable } from '../../platform/database/tables.js';

/** Released rows of programmes and law, the kind of the book, and what was taken in already. */
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
      name: 'book',
      columns: [
        `"id" integer NOT NULL`,
        `"kind" varchar(16) NOT NULL`,
        `"recorded_at" varchar(24) NOT NULL`,
      ],
      primaryKey: ['id'],
      checks: [
        wholeCheck('book', 'id', 1),
        choiceCheck('book', 'kind', ['example', 'empty']),
        instantCheck('book', 'recorded_at'),
      ],
    });
    await createTable(runner, {
      name: 'shipped_set',
      columns: [`"hash" varchar(64) NOT NULL`, `"recorded_at" varchar(24) NOT NULL`],
      primaryKey: ['hash'],
      checks: [instantCheck('shipped_set', 'recorded_at')],
    });
    for (const table of ['released_row', 'book', 'shipped_set'])
      await makeAppendOnly(runner, table);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('A book does not go back to an earlier version.'));
  }
}
