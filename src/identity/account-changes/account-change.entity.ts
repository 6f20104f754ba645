import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { Instant } from '../../domain/calendar/instant.js';
import { Checks, choiceCheck, instantCheck, wholeCheck } from '../../platform/database/checks.js';
import { InstantColumn, JsonColumn } from '../../platform/database/columns.js';
import { RevisionColumns } from '../../platform/database/revision-columns.js';
import { revisionChecks } from '../../platform/database/tables.js';
import type { Role } from '../roles.rules.js';

/**
 * What one administrator alone could use to act as somebody else: give rights, open a closed
 * account, make a link that chooses the password, take the second factor away, turn mail elsewhere.
 */
export const ACCOUNT_CHANGES = ['rights', 'reopening', 'link', 'factor', 'profile'] as const;
export type AccountChangeKind = (typeof ACCOUNT_CHANGES)[number];

export const ACCOUNT_CHANGE_CHECKS = [
  choiceCheck('account_change', 'kind', ACCOUNT_CHANGES),
  wholeCheck('account_change', 'person_revision', 1),
  {
    name: 'ck_account_change_two',
    expression:
      `"person_id" <> "asked_by" and ("agreed_by" is null or ` +
      `("agreed_by" <> "asked_by" and "agreed_by" <> "person_id"))`,
  },
  {
    name: 'ck_account_change_roles',
    expression: `("roles" is not null) = ("kind" in ('rights', 'reopening'))`,
  },
];

/**
 * "Änderung an einem Konto": one administrator asks (first revision), another one agrees (second),
 * and with that it is done. Withdrawn: taken back or declined.
 */
@Entity('account_change')
@Index('ix_account_change_person', ['personId'])
@Checks(...revisionChecks('account_change'), ...ACCOUNT_CHANGE_CHECKS)
export class AccountChangeRow extends RevisionColumns {
  @Column('varchar', { length: 12 })
  readonly kind!: AccountChangeKind;

  /** Whose account it is. */
  @Column('varchar', { length: 26 })
  readonly personId!: string;

  /** The revision of the account that was looked at when it was asked for. */
  @Column('integer')
  readonly personRevision!: number;

  /** The roles afterwards; null where it is not about roles. */
  @JsonColumn({ nullable: true })
  readonly roles!: readonly Role[] | null;

  /** The administrator who asked. */
  @Column('varchar', { length: 26 })
  readonly askedBy!: string;

  /** The other one, who agreed. */
  @Column('varchar', { length: 26, nullable: true })
  readonly agreedBy!: string | null;
}

/** Name and mail address that somebody shall have: here only as long as it waits. */
@Entity('account_change_profile')
export class AccountChangeProfileRow {
  @PrimaryColumn('varchar', { length: 64 })
  readonly changeId!: string;

  @Column('text')
  readonly name!: string;

  @Column('varchar', { length: 254 })
  readonly mail!: string;
}

export const ACCOUNT_NOTICE_CHECKS = [instantCheck('account_notice', 'seen_until')];

/** Up to when somebody has read what others changed in their account. */
@Entity('account_notice')
@Checks(...ACCOUNT_NOTICE_CHECKS)
export class AccountNoticeRow {
  @PrimaryColumn('varchar', { length: 26 })
  readonly personId!: string;

  @InstantColumn()
  readonly seenUntil!: Instant;
}
