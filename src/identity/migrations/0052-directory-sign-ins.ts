import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTable } from '../../platform/database/tables.js';
import { DIRECTORY_SIGN_IN_CHECKS } from '../directory/directory-sign-in.entity.js';

/** Browsers that are at the office's directory just now. */
export class DirectorySignIns2026112212502 implements MigrationInterface {
  readonly name = 'DirectorySignIns2026112212502';

  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'directory_sign_in',
      columns: [
        `"state_hash" varchar(64) NOT NULL`,
        `"browser_hash" varchar(64) NOT NULL`,
        `"nonce" text NOT NULL`,
        `"verifier" text NOT NULL`,
        `"redirect_url" text NOT NULL`,
        `"leads_to" text NOT NULL`,
        `"until" varchar(24) NOT NULL`,
      ],
      primaryKey: ['state_hash'],
      checks: DIRECTORY_SIGN_IN_CHECKS,
    });
  }

  down(): Promise<void> {
    return Promise.reject(new Error('A book does not go back to an earlier version.'));
  }
}
