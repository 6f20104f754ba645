import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Instant } from '../domain/calendar/instant.js';
import { Checks, instantCheck, wholeCheck } from '../platform/database/checks.js';
import { InstantColumn, JsonColumn } from '../platform/database/columns.js';

export const DRAFT_CHECKS = [
  wholeCheck('draft', 'revision', 1),
  instantCheck('draft', 'created_at'),
  instantCheck('draft', 'saved_at'),
];

/**
 * "Entwurf": what somebody has typed and not yet entered. Working memory, no fact: it is overwritten
 * with each save and gone when it is discarded.
 */
@Entity('draft')
@Checks(...DRAFT_CHECKS)
export class DraftRow {
  @PrimaryColumn('varchar', { length: 26 })
  readonly id!: string;

  /** The name of the form. */
  @Column('varchar', { length: 32 })
  readonly kind!: string;

  /** The fact that is corrected; null for a new one. */
  @Column('varchar', { length: 64, nullable: true })
  readonly subject!: string | null;

  /** The revision of the fact that the draft began from. */
  @Column('integer', { nullable: true })
  readonly baseRevision!: number | null;

  /** The texts of that revision. */
  @JsonColumn()
  readonly base!: Readonly<Record<string, string>>;

  /** By path, exactly as typed. */
  @JsonColumn()
  readonly texts!: Readonly<Record<string, string>>;

  /** Which revision of the draft last changed a text, by path; what is not in it never changed. */
  @JsonColumn()
  readonly changed!: Readonly<Record<string, number>>;

  /** Where its author is. */
  @Column('varchar', { length: 64 })
  readonly step!: string;

  /** Counts the saves. */
  @Column('integer')
  readonly revision!: number;

  /** The organisation whose people may go on with it; null: the office's. */
  @Column('varchar', { length: 64, nullable: true })
  readonly partnerId!: string | null;

  @InstantColumn()
  readonly createdAt!: Instant;

  @Column('varchar', { length: 96 })
  readonly createdBy!: string;

  @InstantColumn()
  readonly savedAt!: Instant;

  @Column('varchar', { length: 96 })
  readonly savedBy!: string;

  /** What came of it once it was entered; then it holds no texts any more. */
  @JsonColumn({ nullable: true })
  readonly outcome!: Readonly<Record<string, unknown>> | null;
}
