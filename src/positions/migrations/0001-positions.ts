import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createRevisionTable } from '../../platform/database/tables.js';
import { OCCUPANCY_CHECKS, POSITION_CHECKS } from '../position.entity.js';

/** Funded posts, and who filled them from when to when. */
export class Positions2026112100301 implements MigrationInterface {
  readonly name = 'Positions2026112100301';

  async up(runner: QueryRunner): Promise<void> {
    await createRevisionTable(runner, {
      name: 'position',
      columns: [
        `"label" text NOT NULL`,
        `"title" text NOT NULL`,
        `"component" varchar(64) NOT NULL`,
        `"planned_fte" integer NOT NULL`,
        `"from_day" date NOT NULL`,
        `"to_day" date`,
        `"employer" varchar(64) NOT NULL`,
        `"place_of_work" text NOT NULL`,
        `"allocation_line" varchar(64)`,
        `"own" text`,
        `"example" text`,
      ],
      checks: POSITION_CHECKS,
      indexes: { ix_position_allocation_line: ['allocation_line'] },
    });
    await createRevisionTable(runner, {
      name: 'occupancy',
      columns: [
        `"position_id" varchar(64) NOT NULL`,
        `"person_key" varchar(64) NOT NULL`,
        `"from_day" date NOT NULL`,
        `"to_day" date`,
        `"share" integer NOT NULL`,
        `"cover" boolean NOT NULL`,
        `"unpaid" text NOT NULL`,
        `"example" text`,
      ],
      checks: OCCUPANCY_CHECKS,
      indexes: { ix_occupancy_position: ['position_id'] },
    });
  }

  down(): Promise<void> {
    return Promise.reject(new Error('A book does not go back to an earlier version.'));
  }
}
