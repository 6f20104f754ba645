import type { MigrationInterface, QueryRunner } from 'typeorm';
import { makeAppendOnly } from '../append-only.js';
import { instantCheck } from '../checks.js';
import { createTable } from '../tables.js';

/** What a book of an earlier version was given once when a newer one opened it. */
export class BookUpgrades2026112110500 implements MigrationInterface {
  readonly name = 'BookUpgrades2026112110500';

  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'book_upgrade',
      columns: [`"name" varchar(64) NOT NULL`, `"recorded_at" varchar(24) NOT NULL`],
      primaryKey: ['name'],
      checks: [instantCheck('book_upgrade', 'recorded_at')],
    });
    await makeAppendOnly(runner, 'book_upgrade');
  }

  down(): Promise<void> {
    return Promise.reject(new Error('A book does not go back to an earlier version.'));
  }
}
