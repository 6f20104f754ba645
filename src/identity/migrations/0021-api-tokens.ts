import type { MigrationInterface, QueryRunner } from 'typeorm';
import { engineOf } from '../../platform/database/engine.js';
import { createRevisionTable, createTable } from '../../platform/database/tables.js';
import { API_TOKEN_CHECKS, API_TOKEN_USE_CHECKS } from '../tokens/api-token.entity.js';
import { API_TOKEN_STEPS } from './api-token-steps.js';

/** Keys with which the office's own programs ask. */
export class ApiTokens2026112212201 implements MigrationInterface {
  readonly name = 'ApiTokens2026112212201';

  async up(runner: QueryRunner): Promise<void> {
    await createRevisionTable(runner, {
      name: 'api_token',
      columns: [
        `"role" varchar(16) NOT NULL`,
        `"purpose" text NOT NULL`,
        `"until" date NOT NULL`,
        `"secret_hash" varchar(64) NOT NULL`,
        `"created_by" varchar(96) NOT NULL`,
        `"consented_by" varchar(96)`,
      ],
      checks: API_TOKEN_CHECKS,
      indexes: { ix_api_token_secret: ['secret_hash'] },
    });
    for (const text of API_TOKEN_STEPS[engineOf(runner)]) await runner.query(text);
    await createTable(runner, {
      name: 'api_token_use',
      columns: [
        `"token_id" varchar(26) NOT NULL`,
        `"last_used_at" varchar(24) NOT NULL`,
        `"address" varchar(64) NOT NULL`,
      ],
      primaryKey: ['token_id'],
      checks: API_TOKEN_USE_CHECKS,
    });
  }

  down(): Promise<void> {
    return Promise.reject(new Error('A book does not go back to an earlier version.'));
  }
}
