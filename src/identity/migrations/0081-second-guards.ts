import type { MigrationInterface, QueryRunner } from 'typeorm';
import { engineOf } from '../../platform/database/engine.js';
import {
  POSTGRES_SECOND_GUARD_FUNCTIONS,
  POSTGRES_SECOND_GUARDS,
  SQLITE_SECOND_GUARDS,
} from './second-guard-triggers.js';

/** Roles, sessions and the audit trail's chain, held by the database as well. */
export class SecondGuards2026112212801 implements MigrationInterface {
  readonly name = 'SecondGuards2026112212801';

  async up(runner: QueryRunner): Promise<void> {
    const texts =
      engineOf(runner) === 'sqlite'
        ? Object.values(SQLITE_SECOND_GUARDS)
        : [...POSTGRES_SECOND_GUARD_FUNCTIONS, ...Object.values(POSTGRES_SECOND_GUARDS)];
    for (const text of texts) await runner.query(text);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('A book does not go back to an earlier version.'));
  }
}
