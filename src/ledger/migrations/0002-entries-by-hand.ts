import type { MigrationInterface, QueryRunner } from 'typeorm';
import { BY_HAND } from '../tables/entry.entity.js';

/** Entries by hand are few and looked for often: to be countersigned, to be told by `verify`. */
export class LedgerEntriesByHand2026112110011 implements MigrationInterface {
  readonly name = 'LedgerEntriesByHand2026112110011';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE INDEX "ix_ledger_entry_by_hand" ON "ledger_entry" ("id") WHERE ${BY_HAND}`,
    );
  }

  down(): Promise<void> {
    return Promise.reject(new Error('A book does not go back to an earlier version.'));
  }
}
