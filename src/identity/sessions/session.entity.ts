import { Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';
import type { Instant } from '../../domain/calendar/instant.js';
import { Checks, choiceCheck, instantCheck } from '../../platform/database/checks.js';
import { InstantColumn } from '../../platform/database/columns.js';

/** How somebody showed who they are. */
export type SignInWay = 'password' | 'second-factor' | 'directory' | 'demo' | 'link';

/** Why a session is over before its time. */
export type SessionEnd =
  'signed-out' | 'replaced' | 'revoked' | 'rights-changed' | 'password-changed' | 'factor-changed';

export const SESSION_CHECKS = [
  choiceCheck('session', 'way', ['password', 'second-factor', 'directory', 'demo', 'link']),
  instantCheck('session', 'started_at'),
  instantCheck('session', 'seen_at'),
  instantCheck('session', 'ended_at'),
];

/** A session on the server: the browser holds a secret, of which only the hash stands here. */
@Entity('session')
@Unique('uq_session_secret', ['secretHash'])
@Index('ix_session_person', ['personId'])
@Index('ix_session_form', ['formHash'])
@Checks(...SESSION_CHECKS)
export class SessionRow {
  @PrimaryColumn('varchar', { length: 26 })
  readonly id!: string;

  @Column('varchar', { length: 64 })
  readonly secretHash!: string;

  /** Of what each form of the session carries: it tells later whose form it was. */
  @Column('varchar', { length: 64, nullable: true })
  readonly formHash!: string | null;

  @Column('varchar', { length: 26 })
  readonly personId!: string;

  @Column('varchar', { length: 16 })
  readonly way!: SignInWay;

  @InstantColumn()
  readonly startedAt!: Instant;

  /** To the minute: when it was last used. */
  @InstantColumn()
  readonly seenAt!: Instant;

  @Column('varchar', { length: 64 })
  readonly address!: string;

  /** What the browser says of itself, shortened. */
  @Column('varchar', { length: 200 })
  readonly browser!: string;

  @InstantColumn({ nullable: true })
  readonly endedAt!: Instant | null;

  @Column('varchar', { length: 20, nullable: true })
  readonly endedBecause!: SessionEnd | null;
}
