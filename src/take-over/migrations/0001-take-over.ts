import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createRevisionTable } from '../../platform/database/tables.js';
import {
  TAKE_OVER_CHECKS,
  TAKEN_LINE_AMOUNTS,
  TAKEN_LINE_CHECKS,
  TAKEN_NOTICE_LINE_AMOUNTS,
  TAKEN_NOTICE_LINE_CHECKS,
} from '../take-over.entity.js';

const CASE_COLUMNS = [
  `"take_over_id" varchar(64) NOT NULL`,
  `"ordinal" integer NOT NULL`,
  `"document" text NOT NULL`,
  `"note" text`,
  `"example" text`,
  `"entry_id" varchar(26)`,
  `"lapse_entry_id" varchar(26)`,
];

/** What had happened before the book began. */
export class TakeOver2026112111001 implements MigrationInterface {
  readonly name = 'TakeOver2026112111001';

  async up(runner: QueryRunner): Promise<void> {
    await createRevisionTable(runner, {
      name: 'take_over',
      columns: [
        `"programme_id" varchar(64) NOT NULL`,
        `"title" text NOT NULL`,
        `"key_date" date NOT NULL`,
        `"own_funds" text NOT NULL`,
        `"sources" text NOT NULL`,
        `"example" text`,
      ],
      checks: TAKE_OVER_CHECKS,
    });
    await createRevisionTable(runner, {
      name: 'taken_line',
      columns: [
        ...CASE_COLUMNS,
        `"line_id" varchar(64) NOT NULL`,
        `"year" integer NOT NULL`,
        ...TAKEN_LINE_AMOUNTS.map(amountColumn),
      ],
      checks: TAKEN_LINE_CHECKS,
      indexes: { ix_taken_line_take_over: ['take_over_id'], ix_taken_line_line: ['line_id'] },
    });
    await createRevisionTable(runner, {
      name: 'taken_notice_line',
      columns: [...CASE_COLUMNS, ...TAKEN_NOTICE_LINE_AMOUNTS.map(amountColumn)],
      checks: TAKEN_NOTICE_LINE_CHECKS,
      indexes: { ix_taken_notice_line_take_over: ['take_over_id'] },
    });
  }

  down(): Promise<void> {
    return Promise.reject(new Error('A book does not go back to an earlier version.'));
  }
}

/** A proof may be missing; every other sum is there, and be it zero. */
function amountColumn(name: string): string {
  return `"${name}" bigint${name === 'accepted_cents' ? '' : ' NOT NULL'}`;
}
