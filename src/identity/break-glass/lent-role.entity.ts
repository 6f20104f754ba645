import { Column, Entity, Index } from 'typeorm';
import type { Instant } from '../../domain/calendar/instant.js';
import { Checks, choiceCheck, instantCheck, wholeCheck } from '../../platform/database/checks.js';
import { InstantColumn } from '../../platform/database/columns.js';
import { RevisionColumns } from '../../platform/database/revision-columns.js';
import { revisionChecks } from '../../platform/database/tables.js';
import { OFFICE_ROLES, type OfficeRole } from '../deputies/deputy.entity.js';

/** Longer than a day nobody acts in a borrowed role. */
export const LENT_HOURS_MAX = 24;

export const LENT_ROLE_CHECKS = [
  choiceCheck('lent_role', 'role', OFFICE_ROLES),
  wholeCheck('lent_role', 'hours', 1),
  { name: 'ck_lent_role_hours_most', expression: `"hours" <= ${LENT_HOURS_MAX}` },
  instantCheck('lent_role', 'starts_at'),
  instantCheck('lent_role', 'ends_at'),
  {
    name: 'ck_lent_role_third_person',
    expression:
      `"person_id" <> "asked_by" and ("agreed_by" is null or ` +
      `("agreed_by" <> "asked_by" and "agreed_by" <> "person_id"))`,
  },
  {
    name: 'ck_lent_role_agreed',
    expression:
      `("agreed_by" is null and "starts_at" is null and "ends_at" is null) or ` +
      `("agreed_by" is not null and "starts_at" is not null and "ends_at" is not null)`,
  },
];

/**
 * "Notzugang": two administrators lend a third person a role for some hours. Asked for by the
 * first revision, agreed to by the second; withdrawn: refused, or ended early.
 */
@Entity('lent_role')
@Index('ix_lent_role_person', ['personId'])
@Checks(...revisionChecks('lent_role'), ...LENT_ROLE_CHECKS)
export class LentRoleRow extends RevisionColumns {
  /** Who acts in it. */
  @Column('varchar', { length: 26 })
  readonly personId!: string;

  @Column('varchar', { length: 16 })
  readonly role!: OfficeRole;

  @Column('integer')
  readonly hours!: number;

  /** The administrator who asked. */
  @Column('varchar', { length: 26 })
  readonly askedBy!: string;

  /** The other one, who agreed. */
  @Column('varchar', { length: 26, nullable: true })
  readonly agreedBy!: string | null;

  @InstantColumn({ nullable: true })
  readonly startsAt!: Instant | null;

  @InstantColumn({ nullable: true })
  readonly endsAt!: Instant | null;
}
