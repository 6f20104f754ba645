import { Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';
import type { Instant } from '../../domain/calendar/instant.js';
import { Checks, choiceCheck, instantCheck } from '../../platform/database/checks.js';
import { InstantColumn } from '../../platform/database/columns.js';
import type { Role } from '../roles.rules.js';
import { ACTS, type ActKind } from './act.rules.js';

export const ACT_CHECKS = [
  choiceCheck('act', 'act', ACTS),
  instantCheck('act', 'at'),
  { name: 'ck_act_acting_for', expression: `"acting_for" is null or "acting_for" <> "actor"` },
  {
    name: 'ck_act_one_person_rule',
    expression: `"one_person_rule" is null or ("act" = 'ordered' and length("one_person_rule") > 0)`,
  },
];

/** One act of one person on one case. Append-only; a trigger keeps people apart (R31). */
@Entity('act')
@Unique('uq_act_once', ['subjectKind', 'subjectId', 'act', 'actor'])
@Checks(...ACT_CHECKS)
export class ActRow {
  @PrimaryColumn('varchar', { length: 26 })
  readonly id!: string;

  @Column('varchar', { length: 32 })
  readonly subjectKind!: string;

  @Column('varchar', { length: 128 })
  readonly subjectId!: string;

  @Column('varchar', { length: 16 })
  readonly act!: ActKind;

  /** `person:…`; who entered may be `token:…` or `system:…`. */
  @Column('varchar', { length: 128 })
  readonly actor!: string;

  /** `person:…`: for whom they stood in. */
  @Column('varchar', { length: 96, nullable: true })
  readonly actingFor!: string | null;

  /** In which role. */
  @Column('varchar', { length: 16, nullable: true })
  readonly role!: Role | null;

  @InstantColumn()
  readonly at!: Instant;

  @Column('text')
  readonly reason!: string;

  /** The office's written rule, where one person certified and ordered. */
  @Column('text', { nullable: true })
  readonly onePersonRule!: string | null;
}

/** What a case is made up of: the requests of a payment file. */
@Entity('act_part')
@Index('ix_act_part_of', ['partKind', 'partId'])
export class ActPartRow {
  @PrimaryColumn('varchar', { length: 32 })
  readonly subjectKind!: string;

  @PrimaryColumn('varchar', { length: 128 })
  readonly subjectId!: string;

  @PrimaryColumn('varchar', { length: 32 })
  readonly partKind!: string;

  @PrimaryColumn('varchar', { length: 128 })
  readonly partId!: string;
}

/** Held while somebody acts on a case: two who act at once see each other. */
@Entity('act_subject')
export class ActSubjectRow {
  @PrimaryColumn('varchar', { length: 32 })
  readonly kind!: string;

  @PrimaryColumn('varchar', { length: 128 })
  readonly id!: string;
}
