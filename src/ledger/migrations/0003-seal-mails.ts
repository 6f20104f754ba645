import type { MigrationInterface, QueryRunner } from 'typeorm';
import { makeAppendOnly } from '../../platform/database/append-only.js';
import { createTable } from '../../platform/database/tables.js';
import { SEAL_MAIL_CHECKS } from '../tables/seal-mail.entity.js';

/** Whether and when the seal of a closing left by mail. */
export class SealMails2026112110021 implements MigrationInterface {
  readonly name = 'SealMails2026112110021';

  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'seal_mail',
      columns: [
        `"period" varchar(7) NOT NULL`,
        `"attempt" integer NOT NULL`,
        `"recipients" text NOT NULL`,
        `"refused" text`,
        `"recorded_at" varchar(24) NOT NULL`,
      ],
      primaryKey: ['period', 'attempt'],
      checks: SEAL_MAIL_CHECKS,
    });
    await makeAppendOnly(runner, 'seal_mail');
  }

  down(): Promise<void> {
    return Promise.reject(new Error('A book does not go back to an earlier version.'));
  }
}
