import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createRevisionTable } from '../../platform/database/tables.js';
import { NOTICE_CHECKS, NOTICE_LINE_CHECKS } from '../notice.entity.js';

/** What the Land granted: notices and their lines. */
export class Notices2026112100101 implements MigrationInterface {
  readonly name = 'Notices2026112100101';

  async up(runner: QueryRunner): Promise<void> {
    await createRevisionTable(runner, {
      name: 'notice',
      columns: [
        `"programme_id" varchar(64) NOT NULL`,
        `"title" text NOT NULL`,
        `"grantor" text NOT NULL`,
        `"first_recipient" text NOT NULL`,
        `"reference" text`,
        `"issued_on" date`,
        `"from_day" date NOT NULL`,
        `"to_day" date NOT NULL`,
        `"amends" varchar(64)`,
        `"open_items" text NOT NULL`,
        `"sources" text NOT NULL`,
        `"example" text`,
      ],
      checks: NOTICE_CHECKS,
    });
    await createRevisionTable(runner, {
      name: 'notice_line',
      columns: [
        `"notice_id" varchar(64) NOT NULL`,
        `"line_id" varchar(64) NOT NULL`,
        `"ordinal" integer NOT NULL`,
        `"component" varchar(64) NOT NULL`,
        `"year" integer NOT NULL`,
        `"from_day" date NOT NULL`,
        `"to_day" date NOT NULL`,
        `"fte" integer NOT NULL`,
        `"amount_cents" bigint NOT NULL`,
        `"terms" text NOT NULL`,
        `"clause" text NOT NULL`,
        `"example" text`,
      ],
      checks: NOTICE_LINE_CHECKS,
      indexes: { ix_notice_line_notice: ['notice_id'], ix_notice_line_line: ['line_id'] },
    });
  }

  down(): Promise<void> {
    return Promise.reject(new Error('A book does not go back to an earlier version.'));
  }
}
