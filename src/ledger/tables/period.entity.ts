import { Column, Entity, PrimaryColumn, Unique } from 'typeorm';
import { Checks, wholeCheck } from '../../platform/database/checks.js';

/** A month with entries: each posting holds it shared until it is committed, a closing alone. */
@Entity('ledger_period')
export class PeriodRow {
  /** `2025-03` */
  @PrimaryColumn('varchar', { length: 7 })
  readonly id!: string;
}

export const CLOSING_CHECKS = [
  wholeCheck('ledger_closing', 'entries', 0),
  { name: 'ck_ledger_closing_period', expression: `length("period") = 7` },
];

/** "Abschluss": no entry takes effect in this month or earlier any more. */
@Entity('ledger_closing')
@Checks(...CLOSING_CHECKS)
@Unique('uq_ledger_closing_id', ['id'])
export class ClosingRow {
  /** The last closed month. */
  @PrimaryColumn('varchar', { length: 7 })
  readonly period!: string;

  @Column('varchar', { length: 26 })
  readonly id!: string;

  /** How many entries it closes: those up to its end, without those of earlier closings. */
  @Column('integer')
  readonly entries!: number;

  @Column('varchar', { length: 96 })
  readonly recordedBy!: string;

  @Column('text')
  readonly reason!: string;
}

/** What racing writers hold before they look at a sum: `allocation-line:x/2025`, `chain`. */
@Entity('ledger_hold')
export class HoldRow {
  @PrimaryColumn('varchar', { length: 96 })
  readonly id!: string;
}
