import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { Instant } from '../../domain/calendar/instant.js';
import { Checks, instantCheck, wholeCheck } from '../../platform/database/checks.js';
import { InstantColumn } from '../../platform/database/columns.js';

export const SECOND_FACTOR_CHECKS = [
  instantCheck('second_factor', 'offered_at'),
  instantCheck('second_factor', 'confirmed_at'),
  wholeCheck('second_factor', 'last_step', 0),
  {
    name: 'ck_second_factor_confirmed',
    expression: `("secret" is null) = ("confirmed_at" is null)`,
  },
];

/** "Zweiter Faktor": the secret that a person's app and the book share. */
@Entity('second_factor')
@Checks(...SECOND_FACTOR_CHECKS)
export class SecondFactorRow {
  @PrimaryColumn('varchar', { length: 26 })
  readonly personId!: string;

  /** Encrypted. Null until a first code has shown that the app has it. */
  @Column('varchar', { length: 160, nullable: true })
  readonly secret!: string | null;

  @InstantColumn({ nullable: true })
  readonly confirmedAt!: Instant | null;

  /** The step of 30 s whose code was taken last: it and those before are taken no more. */
  @Column('integer', { nullable: true })
  readonly lastStep!: number | null;

  /** Encrypted. A secret that was shown and waits for its first code. */
  @Column('varchar', { length: 160, nullable: true })
  readonly offeredSecret!: string | null;

  @InstantColumn({ nullable: true })
  readonly offeredAt!: Instant | null;

  /** `person:…`: who takes it away; the database looks whether they may before the row goes. */
  @Column('varchar', { length: 96, nullable: true })
  readonly removedBy!: string | null;

  @InstantColumn({ nullable: true })
  readonly removedAt!: Instant | null;
}

export const RECOVERY_CODE_CHECKS = [instantCheck('recovery_code', 'used_at')];

/** "Wiederherstellungscode": lets its person in once, without the app. */
@Entity('recovery_code')
@Index('ix_recovery_code_person', ['personId'])
@Checks(...RECOVERY_CODE_CHECKS)
export class RecoveryCodeRow {
  @PrimaryColumn('varchar', { length: 26 })
  readonly id!: string;

  @Column('varchar', { length: 26 })
  readonly personId!: string;

  /** argon2id; the code itself stands nowhere. */
  @Column('text')
  readonly codeHash!: string;

  @InstantColumn({ nullable: true })
  readonly usedAt!: Instant | null;
}

export const SIGN_IN_TICKET_CHECKS = [
  instantCheck('sign_in_ticket', 'issued_at'),
  instantCheck('sign_in_ticket', 'until'),
  instantCheck('sign_in_ticket', 'ended_at'),
];

/** Says that somebody's password was right, until they have shown their second factor. */
@Entity('sign_in_ticket')
@Index('ix_sign_in_ticket_person', ['personId'])
@Checks(...SIGN_IN_TICKET_CHECKS)
export class SignInTicketRow {
  /** Of the secret that the browser holds; the secret itself stands nowhere. */
  @PrimaryColumn('varchar', { length: 64 })
  readonly secretHash!: string;

  @Column('varchar', { length: 26 })
  readonly personId!: string;

  @InstantColumn()
  readonly issuedAt!: Instant;

  @InstantColumn()
  readonly until!: Instant;

  @InstantColumn({ nullable: true })
  readonly endedAt!: Instant | null;
}
