import { Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';
import type { Instant } from '../../domain/calendar/instant.js';
import { Checks, choiceCheck, instantCheck } from '../../platform/database/checks.js';
import { InstantColumn } from '../../platform/database/columns.js';

/** What a link is good for: to begin with an account, or to choose a new password for it. */
export type LinkPurpose = 'invitation' | 'reset';

/** Why a link is good for nothing any more, before its time. */
export type LinkEnd = 'used' | 'replaced' | 'revoked';

export const ONE_TIME_LINK_CHECKS = [
  choiceCheck('one_time_link', 'purpose', ['invitation', 'reset']),
  choiceCheck('one_time_link', 'ended_because', ['used', 'replaced', 'revoked']),
  instantCheck('one_time_link', 'issued_at'),
  instantCheck('one_time_link', 'until'),
  instantCheck('one_time_link', 'ended_at'),
];

/** "Einmal-Link": whoever has it may choose the password of an account, once. */
@Entity('one_time_link')
@Unique('uq_one_time_link_secret', ['secretHash'])
@Index('ix_one_time_link_person', ['personId'])
@Checks(...ONE_TIME_LINK_CHECKS)
export class OneTimeLinkRow {
  @PrimaryColumn('varchar', { length: 26 })
  readonly id!: string;

  @Column('varchar', { length: 26 })
  readonly personId!: string;

  @Column('varchar', { length: 12 })
  readonly purpose!: LinkPurpose;

  /** Of the secret in the address; the secret itself stands nowhere. */
  @Column('varchar', { length: 64 })
  readonly secretHash!: string;

  @InstantColumn()
  readonly issuedAt!: Instant;

  /** Who made it: the inviter, or `system:sign-in` where the person asked for it. */
  @Column('varchar', { length: 96 })
  readonly issuedBy!: string;

  @InstantColumn()
  readonly until!: Instant;

  @InstantColumn({ nullable: true })
  readonly endedAt!: Instant | null;

  @Column('varchar', { length: 12, nullable: true })
  readonly endedBecause!: LinkEnd | null;
}
