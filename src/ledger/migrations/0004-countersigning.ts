import type { MigrationInterface, QueryRunner } from 'typeorm';
import { engineOf } from '../../platform/database/engine.js';
import {
  POSTGRES_COUNTERSIGNING,
  POSTGRES_COUNTERSIGNING_FUNCTION,
  SQLITE_COUNTERSIGNING,
} from './countersigning-triggers.js';

/** Entries by hand are countersigned by others than entered them. */
export class Countersigning2026112212409 implements MigrationInterface {
  readonly name = 'Countersigning2026112212409';

  async up(runner: QueryRunner): Promise<void> {
    const texts =
      engineOf(runner) === 'sqlite'
        ? Object.values(SQLITE_COUNTERSIGNING)
        : [POSTGRES_COUNTERSIGNING_FUNCTION, ...Object.values(POSTGRES_COUNTERSIGNING)];
    for (const text of texts) await runner.query(text);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('A book does not go back to an earlier version.'));
  }
}
