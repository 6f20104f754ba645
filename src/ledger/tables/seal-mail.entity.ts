import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Instant } from '../../domain/calendar/instant.js';
import { Checks, instantCheck, wholeCheck } from '../../platform/database/checks.js';
import { InstantColumn, JsonColumn } from '../../platform/database/columns.js';

export const SEAL_MAIL_CHECKS = [
  wholeCheck('seal_mail', 'attempt', 1),
  instantCheck('seal_mail', 'recorded_at'),
];

/** An attempt to send the seal of a closing by mail, and what came of it. */
@Entity('seal_mail')
@Checks(...SEAL_MAIL_CHECKS)
export class SealMailRow {
  /** The closed month. */
  @PrimaryColumn('varchar', { length: 7 })
  readonly period!: string;

  /** From 1. */
  @PrimaryColumn('integer')
  readonly attempt!: number;

  @JsonColumn()
  readonly recipients!: readonly string[];

  /** What the mail server has against it; null: the mail has left. */
  @Column('text', { nullable: true })
  readonly refused!: string | null;

  @InstantColumn()
  readonly recordedAt!: Instant;
}
