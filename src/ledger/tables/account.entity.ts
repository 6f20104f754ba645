import { Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';
import { Checks, choiceCheck, wholeCheck } from '../../platform/database/checks.js';
import { ACCOUNT_KINDS, type AccountKey, type AccountKind } from '../chart.js';

const ACCOUNT = 'ledger_account';

export const ACCOUNT_CHECKS = [
  choiceCheck(ACCOUNT, 'kind', ACCOUNT_KINDS),
  choiceCheck(ACCOUNT, 'side', ['debit', 'credit']),
  wholeCheck(ACCOUNT, 'revision', 1),
];

/** A state of an account; each change of the "Kontenplan" adds one, and is chained. */
@Entity(ACCOUNT)
@Checks(...ACCOUNT_CHECKS)
@Unique('uq_ledger_account_revision', ['key', 'revision'])
export class AccountRow {
  @PrimaryColumn('varchar', { length: 26 })
  readonly id!: string;

  @Column('varchar', { length: 40 })
  readonly key!: AccountKey;

  @Column('integer')
  readonly revision!: number;

  @Column('text')
  readonly name!: string;

  @Column('varchar', { length: 12 })
  readonly kind!: AccountKind;

  @Column('varchar', { length: 6 })
  readonly side!: 'debit' | 'credit';

  /** "Sachkonto" of the office's own bookkeeping; '' if none is stated. */
  @Column('varchar', { length: 40 })
  readonly officeAccount!: string;

  @Column('varchar', { length: 96 })
  readonly recordedBy!: string;

  @Column('text')
  readonly reason!: string;
}

const ASSIGNMENT = 'ledger_assignment';

export const ASSIGNMENT_CHECKS = [
  { name: 'ck_ledger_assignment_off_balance', expression: `"off_balance" in (0, 1)` },
  wholeCheck(ASSIGNMENT, 'budget_year', 0),
];

/**
 * "Kontierung": an account with what its postings belong to; '' and 0 stand for nothing named. No
 * index by account alone: SQLite would take it before that of a line, and read all lines for one.
 */
@Entity(ASSIGNMENT)
@Checks(...ASSIGNMENT_CHECKS)
@Index('ix_ledger_assignment_contract', ['contract', 'account'])
@Index('ix_ledger_assignment_line', ['allocationLine', 'budgetYear', 'account'])
@Index('ix_ledger_assignment_notice_line', ['noticeLine', 'account', 'budgetYear'])
export class AssignmentRow {
  /** The first 26 hex digits of the hash of its content. */
  @PrimaryColumn('varchar', { length: 26 })
  readonly id!: string;

  @Column('varchar', { length: 40 })
  readonly account!: AccountKey;

  /** 1 for a "Merkkonto", which sums to zero by itself. */
  @Column('integer')
  readonly offBalance!: 0 | 1;

  @Column('varchar', { length: 64 })
  readonly programme!: string;

  @Column('varchar', { length: 64 })
  readonly component!: string;

  @Column('integer')
  readonly budgetYear!: number;

  @Column('varchar', { length: 64 })
  readonly noticeLine!: string;

  @Column('varchar', { length: 64 })
  readonly contract!: string;

  @Column('varchar', { length: 64 })
  readonly allocationLine!: string;

  @Column('varchar', { length: 64 })
  readonly partner!: string;

  @Column('varchar', { length: 64 })
  readonly claim!: string;
}
