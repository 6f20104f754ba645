import { Column, Entity, Index } from 'typeorm';
import type { PlainDate } from '../domain/calendar/plain-date.js';
import type { Cents } from '../domain/money/cents.js';
import { centsCheck, Checks, dayCheck } from '../platform/database/checks.js';
import { CentsColumn, DayColumn, JsonColumn } from '../platform/database/columns.js';
import { RevisionColumns } from '../platform/database/revision-columns.js';
import { revisionChecks } from '../platform/database/tables.js';

export const TAKE_OVER_CHECKS = [dayCheck('take_over', 'key_date')];

export const TAKEN_LINE_AMOUNTS = [
  ...['ordered_cents', 'paid_cents', 'accepted_cents', 'claimed_cents', 'regress_cents'],
  ...['returned_cents', 'interest_cents', 'interest_returned_cents'],
];

export const TAKEN_LINE_CHECKS = TAKEN_LINE_AMOUNTS.map((column) =>
  centsCheck('taken_line', column),
);

export const TAKEN_NOTICE_LINE_AMOUNTS = [
  ...['received_cents', 'own_cost_cents', 'not_called_cents', 'unspent_cents', 'revoked_cents'],
  ...['refunded_cents', 'treasury_balance_cents'],
];

export const TAKEN_NOTICE_LINE_CHECKS = TAKEN_NOTICE_LINE_AMOUNTS.map((column) =>
  centsCheck('taken_notice_line', column),
);

/** The treasury's balance of a year's own funds as it is stored: cents as text. */
export interface StoredOwnFunds {
  readonly year: number;
  readonly document: string;
  readonly treasuryBalanceCents: string;
}

/** A revision of an "Übernahme": the key date, and the treasury's balance of own funds. */
@Entity('take_over')
@Checks(...revisionChecks('take_over'), ...TAKE_OVER_CHECKS)
export class TakeOver extends RevisionColumns {
  @Column('varchar', { length: 64 })
  readonly programmeId!: string;

  @Column('text')
  readonly title!: string;

  /** "Stichtag". */
  @DayColumn()
  readonly keyDate!: PlainDate;

  @JsonColumn()
  readonly ownFunds!: readonly StoredOwnFunds[];

  @JsonColumn()
  readonly sources!: readonly string[];

  @Column('text', { nullable: true })
  readonly example!: string | null;
}

/** What a case of either kind has beside its sums. */
abstract class TakenCase extends RevisionColumns {
  @Column('varchar', { length: 64 })
  readonly takeOverId!: string;

  /** The place of the case in its list, from 0. */
  @Column('integer')
  readonly ordinal!: number;

  /** "Beleg". */
  @Column('text')
  readonly document!: string;

  @Column('text', { nullable: true })
  readonly note!: string | null;

  @Column('text', { nullable: true })
  readonly example!: string | null;

  /** The entry that this state posted; null: nothing stood open and nothing had moved. */
  @Column('varchar', { length: 26, nullable: true })
  readonly entryId!: string | null;

  /** The entry by which the rest lapsed; null: there is no rest, or it is still open. */
  @Column('varchar', { length: 26, nullable: true })
  readonly lapseEntryId!: string | null;
}

/** A revision of a contract line's year that was taken over; its id is `<line>/<year>`. */
@Entity('taken_line')
@Index('ix_taken_line_take_over', ['takeOverId'])
@Index('ix_taken_line_line', ['lineId'])
@Checks(...revisionChecks('taken_line'), ...TAKEN_LINE_CHECKS)
export class TakenLineRow extends TakenCase {
  @Column('varchar', { length: 64 })
  readonly lineId!: string;

  @Column('integer')
  readonly year!: number;

  @CentsColumn()
  readonly orderedCents!: Cents;

  @CentsColumn()
  readonly paidCents!: Cents;

  /** Null: no proof is accepted yet. */
  @CentsColumn({ nullable: true })
  readonly acceptedCents!: Cents | null;

  @CentsColumn()
  readonly claimedCents!: Cents;

  @CentsColumn()
  readonly regressCents!: Cents;

  @CentsColumn()
  readonly returnedCents!: Cents;

  @CentsColumn()
  readonly interestCents!: Cents;

  @CentsColumn()
  readonly interestReturnedCents!: Cents;
}

/** A revision of a notice line that was taken over; its id is the line's. */
@Entity('taken_notice_line')
@Index('ix_taken_notice_line_take_over', ['takeOverId'])
@Checks(...revisionChecks('taken_notice_line'), ...TAKEN_NOTICE_LINE_CHECKS)
export class TakenNoticeLineRow extends TakenCase {
  @CentsColumn()
  readonly receivedCents!: Cents;

  @CentsColumn()
  readonly ownCostCents!: Cents;

  @CentsColumn()
  readonly notCalledCents!: Cents;

  @CentsColumn()
  readonly unspentCents!: Cents;

  @CentsColumn()
  readonly revokedCents!: Cents;

  @CentsColumn()
  readonly refundedCents!: Cents;

  @CentsColumn()
  readonly treasuryBalanceCents!: Cents;
}
