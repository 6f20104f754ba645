import { Column, Entity, type MigrationInterface, type QueryRunner } from 'typeorm';
import { ENTITIES, MIGRATIONS } from '../../src/app.entities.js';
import type { PlainDate } from '../../src/domain/calendar/plain-date.js';
import type { Cents } from '../../src/domain/money/cents.js';
import type { Fte } from '../../src/domain/proration/fte.js';
import { centsCheck, Checks, dayCheck } from '../../src/platform/database/checks.js';
import {
  CentsColumn,
  DayColumn,
  FteColumn,
  JsonColumn,
} from '../../src/platform/database/columns.js';
import type { DatabaseContents } from '../../src/platform/database/data-sources.js';
import { RevisionColumns } from '../../src/platform/database/revision-columns.js';
import { createRevisionTable, revisionChecks } from '../../src/platform/database/tables.js';

const CHECKS = [centsCheck('sample_fact', 'amount_cents'), dayCheck('sample_fact', 'valid_from')];

/** A fact with each kind of column: tests of the platform need no module above it. */
@Entity('sample_fact')
@Checks(...revisionChecks('sample_fact'), ...CHECKS)
export class SampleFact extends RevisionColumns {
  @Column({ type: 'varchar', length: 96 })
  readonly label!: string;

  @CentsColumn({ nullable: true })
  readonly amountCents!: Cents | null;

  @DayColumn({ nullable: true })
  readonly validFrom!: PlainDate | null;

  @FteColumn()
  readonly share!: Fte;

  @JsonColumn()
  readonly terms!: { readonly clause: string };
}

class SampleTables2026112199999 implements MigrationInterface {
  readonly name = 'SampleTables2026112199999';

  async up(runner: QueryRunner): Promise<void> {
    await createRevisionTable(runner, {
      name: 'sample_fact',
      columns: [
        `"label" varchar(96) NOT NULL`,
        `"amount_cents" bigint`,
        `"valid_from" date`,
        `"share" integer NOT NULL`,
        `"terms" text NOT NULL`,
      ],
      checks: CHECKS,
    });
    await runner.query(`create table sample_parent (id varchar(8) primary key)`);
    await runner.query(
      `create table sample_child (id varchar(8) primary key, parent varchar(8) not null,
       constraint fk_sample_child foreign key (parent) references sample_parent (id)
       deferrable initially deferred)`,
    );
  }

  down(): Promise<void> {
    return Promise.resolve();
  }
}

/** The product's tables, and the samples. */
export const SAMPLE_CONTENTS: DatabaseContents = {
  entities: [...ENTITIES, SampleFact],
  migrations: [...MIGRATIONS, SampleTables2026112199999],
};

export const sample = (id: string, label = 'first') => ({
  ...{ id, label, share: 5000 as Fte, terms: { clause: '§ 6' } },
  ...{ amountCents: null, validFrom: null },
});
