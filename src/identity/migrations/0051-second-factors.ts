import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTable } from '../../platform/database/tables.js';
import {
  RECOVERY_CODE_CHECKS,
  SECOND_FACTOR_CHECKS,
  SIGN_IN_TICKET_CHECKS,
} from '../second-factor/second-factor.entity.js';

/** Second factors, codes for whoever lost theirs, and the step between password and code. */
export class SecondFactors2026112212501 implements MigrationInterface {
  readonly name = 'SecondFactors2026112212501';

  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'second_factor',
      columns: [
        `"person_id" varchar(26) NOT NULL`,
        `"secret" varchar(64)`,
        `"confirmed_at" varchar(24)`,
        `"last_step" integer`,
        `"offered_secret" varchar(64)`,
        `"offered_at" varchar(24)`,
      ],
      primaryKey: ['person_id'],
      checks: SECOND_FACTOR_CHECKS,
    });
    await createTable(runner, {
      name: 'recovery_code',
      columns: [
        `"id" varchar(26) NOT NULL`,
        `"person_id" varchar(26) NOT NULL`,
        `"code_hash" text NOT NULL`,
        `"used_at" varchar(24)`,
      ],
      primaryKey: ['id'],
      checks: RECOVERY_CODE_CHECKS,
      indexes: { ix_recovery_code_person: ['person_id'] },
    });
    await createTable(runner, {
      name: 'sign_in_ticket',
      columns: [
        `"secret_hash" varchar(64) NOT NULL`,
        `"person_id" varchar(26) NOT NULL`,
        `"issued_at" varchar(24) NOT NULL`,
        `"until" varchar(24) NOT NULL`,
        `"ended_at" varchar(24)`,
      ],
      primaryKey: ['secret_hash'],
      checks: SIGN_IN_TICKET_CHECKS,
      indexes: { ix_sign_in_ticket_person: ['person_id'] },
    });
  }

  down(): Promise<void> {
    return Promise.reject(new Error('A book does not go back to an earlier version.'));
  }
}
