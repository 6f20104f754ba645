import type { MigrationInterface, QueryRunner } from 'typeorm';
import { makeAppendOnly } from '../append-only.js';
import { instantCheck } from '../checks.js';
import { engineOf } from '../engine.js';
import { createTable, type TableText } from '../tables.js';

const COMMAND: TableText = {
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
  clustered: true,
  checks: [instantCheck('command', 'recorded_at')],
};

const CHANGE: TableText = {
  name: 'change',
  columns: [`"id" varchar(26) NOT NULL`],
  primaryKey: ['id'],
  clustered: true,
};

/** What every command writes lies, on SQLite, in the order of its key: fewer pages per commit. */
export class ClusteredTables2026112111000 implements MigrationInterface {
  readonly name = 'ClusteredTables2026112111000';

  async up(runner: QueryRunner): Promise<void> {
    if (engineOf(runner) === 'postgres') return;
    for (const table of [COMMAND, CHANGE]) await cluster(runner, table);
    await makeAppendOnly(runner, CHANGE.name);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('A book does not go back to an earlier version.'));
  }
}

async function cluster(runner: QueryRunner, table: TableText): Promise<void> {
  const before = `${table.name}_before`;
  await runner.query(`ALTER TABLE "${table.name}" RENAME TO "${before}"`);
  await createTable(runner, table);
  await runner.query(`insert into "${table.name}" select * from "${before}"`);
  await runner.query(`drop table "${before}"`);
}
