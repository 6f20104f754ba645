import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a person is charged with elsewhere is found at once (R11). */
export class OccupanciesOfAPerson2026112100302 implements MigrationInterface {
  readonly name = 'OccupanciesOfAPerson2026112100302';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create index "ix_occupancy_person_key" on "occupancy" ("person_key")`);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('A book does not go back to an earlier version.'));
  }
}
