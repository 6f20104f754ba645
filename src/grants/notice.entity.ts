import { Column, Entity, Index } from 'typeorm';
import type { PlainDate } from '../domain/calendar/plain-date.js';
import type { Cents } from '../domain/money/cents.js';
import type { Fte } from '../domain/proration/fte.js';
import { CentsColumn, DayColumn, FteColumn, JsonColumn } from '../platform/database/columns.js';
import { centsCheck, Checks, dayCheck, wholeCheck } from '../platform/database/checks.js';
import { RevisionColumns } from '../platform/database/revision-columns.js';
import { revisionChecks } from '../platform/database/tables.js';

export const NOTICE_CHECKS = [
  dayCheck('notice', 'issued_on'),
  dayCheck('notice', 'from_day'),
  dayCheck('notice', 'to_day'),
];

export const EFFECTIVE_FROM_CHECK = dayCheck('notice', 'effective_from');

export const NOTICE_LINE_CHECKS = [
  dayCheck('notice_line', 'from_day'),
  dayCheck('notice_line', 'to_day'),
  wholeCheck('notice_line', 'fte', 0),
  centsCheck('notice_line', 'amount_cents'),
];

/** A revision of a "Zuwendungsbescheid": what the Land granted, and to whom. */
@Entity('notice')
@Checks(...revisionChecks('notice'), ...NOTICE_CHECKS, EFFECTIVE_FROM_CHECK)
export class Notice extends RevisionColumns {
  @Column('varchar', { length: 64 })
  readonly programmeId!: string;

  @Column('text')
  readonly title!: string;

  @Column('text')
  readonly grantor!: string;

  /** "Erstempfänger": whose book this is. */
  @Column('text')
  readonly firstRecipient!: string;

  /** "Aktenzeichen"; null where the source leaves it open. */
  @Column('text', { nullable: true })
  readonly reference!: string | null;

  @DayColumn({ nullable: true })
  readonly issuedOn!: PlainDate | null;

  @DayColumn()
  readonly fromDay!: PlainDate;

  @DayColumn()
  readonly toDay!: PlainDate;

  /** The notice that this one changes. */
  @Column('varchar', { length: 64, nullable: true })
  readonly amends!: string | null;

  /** "Wirksam ab" of an amendment; null: from the first day of its period. */
  @DayColumn({ nullable: true })
  readonly effectiveFrom!: PlainDate | null;

  /** The notice that this one goes on from. */
  @Column('varchar', { length: 64, nullable: true })
  readonly follows!: string | null;

  @JsonColumn()
  readonly openItems!: readonly string[];

  @JsonColumn()
  readonly sources!: readonly string[];

  @Column('text', { nullable: true })
  readonly example!: string | null;
}

/** A term of a line's sum as it is stored: cents as text, for JSON has no whole numbers of their size. */
export interface StoredTerm {
  readonly text: string;
  readonly costKind: string;
  readonly quantity: string;
  readonly unitCents: string;
  readonly amountCents: string;
}

/**
 * A revision of a "Bescheidzeile" as one notice has it: VzÄ and euros for one component and year.
 * Its id is `<notice>/<line>`; an amending notice tells the same `lineId` anew.
 */
@Entity('notice_line')
@Index('ix_notice_line_notice', ['noticeId'])
@Index('ix_notice_line_line', ['lineId'])
@Checks(...revisionChecks('notice_line'), ...NOTICE_LINE_CHECKS)
export class NoticeLine extends RevisionColumns {
  @Column('varchar', { length: 64 })
  readonly noticeId!: string;

  @Column('varchar', { length: 64 })
  readonly lineId!: string;

  /** The place of the line in its notice, from 0. */
  @Column('integer')
  readonly ordinal!: number;

  @Column('varchar', { length: 64 })
  readonly component!: string;

  @Column('integer')
  readonly year!: number;

  @DayColumn()
  readonly fromDay!: PlainDate;

  @DayColumn()
  readonly toDay!: PlainDate;

  @FteColumn()
  readonly fte!: Fte;

  @CentsColumn()
  readonly amountCents!: Cents;

  @JsonColumn()
  readonly terms!: readonly StoredTerm[];

  @Column('text')
  readonly clause!: string;

  @Column('text', { nullable: true })
  readonly example!: string | null;
}
