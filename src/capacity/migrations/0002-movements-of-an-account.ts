import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What one contract took of a notice line is found without reading what a thousand others took,
 * and what all took together is summed from the index alone.
 */
export class MovementsOfAnAccount2026112100802 implements MigrationInterface {
  readonly name = 'MovementsOfAnAccount2026112100802';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`drop index "ix_capacity_movement_holder"`);
    await runner.query(
      `create index "ix_capacity_movement_holder"
       on "capacity_movement" ("holder", "measure", "from_day", "to_day", "side", "delta")`,
    );
    await runner.query(
      `create index "ix_capacity_movement_account" on "capacity_movement" ("holder", "subject")`,
    );
  }

  down(): Promise<void> {
    return Promise.reject(new Error('A book does not go back to an earlier version.'));
  }
}
