import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addColumn } from '../../platform/database/tables.js';

/** The text of a version, clause by clause. */
export class Clauses2026112100503 implements MigrationInterface {
  readonly name = 'Clauses2026112100503';

  async up(runner: QueryRunner): Promise<void> {
    await addColumn(runner, 'contract_version', `"clauses" text`);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('A book does not go back to an earlier version.'));
  }
}
