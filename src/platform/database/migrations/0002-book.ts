import type { MigrationInterface, QueryRunner } from 'typeorm';
import { makeAppendOnly } from '../append-only.js';
import { choiceCheck, instantCheck } from '../checks.js';
import { createTable } from '../tables.js';

/** What the book is for, in a table of one row. */
export class Book2026112100003 implements MigrationInterface {
  readonly name = 'Book2026112100003';

  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'book',
      columns: [
        `"id" integer NOT NULL`,
        `"kind" varchar(8) NOT NULL`,
        `"made_at" varchar(24) NOT NULL`,
      ],
      primaryKey: ['id'],
      checks: [
        { name: 'ck_book_one_row', expression: `"id" = 1` },
        choiceCheck('book', 'kind', ['example', 'empty']),
        instantCheck('book', 'made_at'),
      ],
    });
    await makeAppendOnly(runner, 'book');
  }

  down(): Promise<void> {
    return Promise.reject(new Error('A book does not go back to an earlier version.'));
  }
}
