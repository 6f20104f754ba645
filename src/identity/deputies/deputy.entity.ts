import { Column, Entity, Index } from 'typeorm';
import type { PlainDate } from '../../domain/calendar/plain-date.js';
import { Checks, choiceCheck, dayCheck } from '../../platform/database/checks.js';
import { DayColumn } from '../../platform/database/columns.js';
import { RevisionColumns } from '../../platform/database/revision-columns.js';
import { revisionChecks } from '../../platform/database/tables.js';

/** Roles of the office that somebody can stand in for, or be lent. */
export const OFFICE_ROLES = ['officer', 'approver', 'treasury', 'controller'] as const;
export type OfficeRole = (typeof OFFICE_ROLES)[number];

/** Who agreed, of those that one administrator recorded alone before a second word was needed. */
export const AGREED_BEFORE = 'before-second-word';

export const DEPUTY_CHECKS = [
  choiceCheck('deputy', 'role', OFFICE_ROLES),
  dayCheck('deputy', 'from_on'),
  dayCheck('deputy', 'to_on'),
  { name: 'ck_deputy_days', expression: `"from_on" <= "to_on"` },
  { name: 'ck_deputy_other', expression: `"person_id" <> "for_person_id"` },
];

/**
 * "Vertretung": who stands in for whom in which role, from one day to another, both included. Of what
 * an administrator has recorded the second revision says who agreed; before, it gives no role.
 */
@Entity('deputy')
@Index('ix_deputy_person', ['personId'])
@Checks(...revisionChecks('deputy'), ...DEPUTY_CHECKS)
export class DeputyRow extends RevisionColumns {
  @Column('varchar', { length: 26 })
  readonly personId!: string;

  @Column('varchar', { length: 26 })
  readonly forPersonId!: string;

  @Column('varchar', { length: 16 })
  readonly role!: OfficeRole;

  @DayColumn()
  readonly fromOn!: PlainDate;

  @DayColumn()
  readonly toOn!: PlainDate;

  /** The represented person, or another administrator than recorded it; null: it waits. */
  @Column('varchar', { length: 26, nullable: true, default: AGREED_BEFORE })
  readonly agreedBy!: string | null;
}
