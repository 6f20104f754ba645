import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { PlainDate } from '../../domain/calendar/plain-date.js';
import type { Cents } from '../../domain/money/cents.js';
import { centsCheck, Checks, dayCheck, wholeCheck } from '../../platform/database/checks.js';
import { CentsColumn, DayColumn } from '../../platform/database/columns.js';
import type { EntryKind } from '../ledger.types.js';
import { AssignmentRow } from './account.entity.js';

const ENTRY = 'ledger_entry';

/** Which entries were entered by hand. */
export const BY_HAND = `kind = 'adjustment'`;

/** Which entries take another back; each entry is taken back once. */
export const REVERSES = 'reverses is not null';

export const ENTRY_CHECKS = [
  dayCheck(ENTRY, 'effective_on'),
  wholeCheck(ENTRY, 'format', 1),
  wholeCheck(ENTRY, 'postings', 2),
];

/** "Buchung": one event. Its postings are written first; its own insert sees and seals them. */
@Entity(ENTRY, { withoutRowid: true })
@Checks(...ENTRY_CHECKS)
@Index('uq_ledger_entry_reverses', ['reverses'], { unique: true, where: REVERSES })
@Index('ix_ledger_entry_effective', ['effectiveOn'])
@Index('ix_ledger_entry_subject', ['subject'])
@Index('ix_ledger_entry_by_hand', ['id'], { where: BY_HAND })
export class EntryRow {
  @PrimaryColumn('varchar', { length: 26 })
  readonly id!: string;

  /** How its content is hashed. */
  @Column('integer')
  readonly format!: number;

  @DayColumn()
  readonly effectiveOn!: PlainDate;

  @Column('varchar', { length: 32 })
  readonly kind!: EntryKind;

  /** What it rests on. */
  @Column('varchar', { length: 128 })
  readonly subject!: string;

  @Column('text')
  readonly text!: string;

  /** Canonical JSON: who entered, certified, ordered. */
  @Column('text')
  readonly actors!: string;

  @Column('varchar', { length: 128 })
  readonly commandKey!: string;

  /** The entry that this one takes back. */
  @Column('varchar', { length: 26, nullable: true })
  @ForeignKey(() => EntryRow, { name: 'fk_ledger_entry_reverses' })
  readonly reverses!: string | null;

  /** How many postings it has. */
  @Column('integer')
  readonly postings!: number;
}

const POSTING = 'ledger_posting';

export const POSTING_CHECKS = [
  centsCheck(POSTING, 'cents'),
  dayCheck(POSTING, 'effective_on'),
  wholeCheck(POSTING, 'line', 1),
  { name: 'ck_ledger_posting_moves', expression: `"cents" <> 0` },
];

/** One side of an entry. */
@Entity(POSTING, { withoutRowid: true })
@Checks(...POSTING_CHECKS)
@Index('ix_ledger_posting_assignment', ['assignmentId', 'effectiveOn', 'entryId', 'cents'])
export class PostingRow {
  @PrimaryColumn('varchar', { length: 26 })
  @ForeignKey(() => EntryRow, {
    name: 'fk_ledger_posting_entry',
    deferrable: 'INITIALLY DEFERRED',
  })
  readonly entryId!: string;

  @PrimaryColumn('integer')
  readonly line!: number;

  @Column('varchar', { length: 26 })
  @ForeignKey(() => AssignmentRow, { name: 'fk_ledger_posting_assignment' })
  readonly assignmentId!: string;

  /** Of its entry: here too, so that sums as of a day are found in one index. */
  @DayColumn()
  readonly effectiveOn!: PlainDate;

  /** Debit positive, credit negative. */
  @CentsColumn()
  readonly cents!: Cents;
}

const BALANCE = 'ledger_balance';

export const BALANCE_CHECKS = [
  { name: 'ck_ledger_balance_month', expression: `length("month") = 7` },
  centsCheck(BALANCE, 'cents'),
];

/** What a month added to an assignment; kept by a trigger on each posting, proved by `verify`. */
@Entity(BALANCE, { withoutRowid: true })
@Checks(...BALANCE_CHECKS)
export class BalanceRow {
  @PrimaryColumn('varchar', { length: 26 })
  readonly assignmentId!: string;

  /** `2025-03` */
  @PrimaryColumn('varchar', { length: 7 })
  readonly month!: string;

  @CentsColumn()
  readonly cents!: Cents;
}
