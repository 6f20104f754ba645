import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Instant } from '../../domain/calendar/instant.js';
import { Checks, instantCheck, wholeCheck } from '../../platform/database/checks.js';
import { InstantColumn } from '../../platform/database/columns.js';

export const ATTEMPT_LIMIT_CHECKS = [
  wholeCheck('attempt_limit', 'attempts', 0),
  instantCheck('attempt_limit', 'counted_at'),
  instantCheck('attempt_limit', 'blocked_until'),
];

/** How often somebody tried of late: a row per account or address, whether it exists or not. */
@Entity('attempt_limit')
@Checks(...ATTEMPT_LIMIT_CHECKS)
export class AttemptLimitRow {
  /** Hash of what is counted: no mail address and no address of a computer stands here. */
  @PrimaryColumn('varchar', { length: 64 })
  readonly key!: string;

  /** What is not forgotten yet. */
  @Column('integer')
  readonly attempts!: number;

  /** Up to when attempts were forgotten. */
  @InstantColumn()
  readonly countedAt!: Instant;

  @InstantColumn({ nullable: true })
  readonly blockedUntil!: Instant | null;
}
