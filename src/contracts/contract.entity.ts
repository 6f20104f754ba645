import { Column, Entity, Index } from 'typeorm';
import type { PlainDate } from '../domain/calendar/plain-date.js';
import { DayColumn, JsonColumn } from '../platform/database/columns.js';
import { Checks, choiceCheck, dayCheck, wholeCheck } from '../platform/database/checks.js';
import { RevisionColumns } from '../platform/database/revision-columns.js';
import { revisionChecks } from '../platform/database/tables.js';
import {
  CONTRACT_FORMS,
  VERSION_KINDS,
  type ChecklistEntry,
  type ContractClause,
  type ContractForm,
  type ContractPart,
  type ContractTerms,
  type Signature,
  type Termination,
  type VersionKind,
} from '../programmes/definitions/definition.js';

export const CONTRACT_CHECKS = [
  choiceCheck('contract', 'legal_form', ['contract', 'notice']),
  choiceCheck('contract', 'direction', ['forwarding', 'refund']),
  choiceCheck('contract', 'form', CONTRACT_FORMS),
];

export const CONTRACT_VERSION_CHECKS = [
  wholeCheck('contract_version', 'number', 1),
  choiceCheck('contract_version', 'kind', VERSION_KINDS),
  dayCheck('contract_version', 'written_on'),
  dayCheck('contract_version', 'in_force_from'),
  dayCheck('contract_version', 'in_force_to'),
];

export const SENT_ON_CHECK = dayCheck('contract_version', 'sent_on');

/** A revision of a "Weiterleitungsvertrag": its file, its form and its parties. */
@Entity('contract')
@Index('ix_contract_forwarded_by', ['forwardedBy'])
@Checks(...revisionChecks('contract'), ...CONTRACT_CHECKS)
export class Contract extends RevisionColumns {
  @Column('varchar', { length: 64 })
  readonly programmeId!: string;

  @Column('text')
  readonly title!: string;

  @Column('text')
  readonly fileReference!: string;

  @Column('varchar', { length: 10 })
  readonly legalForm!: 'contract' | 'notice';

  @Column('varchar', { length: 12 })
  readonly direction!: 'forwarding' | 'refund';

  @Column('varchar', { length: 10 })
  readonly form!: ContractForm;

  /** `kreis`, or the partner who passes money on to the third tier. */
  @Column('varchar', { length: 64 })
  readonly forwardedBy!: string;

  /** Ids of the partners; all of them sign. */
  @JsonColumn()
  readonly partners!: readonly string[];

  /** "Kündigung"; null while nobody has terminated. */
  @JsonColumn({ nullable: true })
  readonly termination!: Termination | null;

  @JsonColumn()
  readonly sources!: readonly string[];

  @Column('text', { nullable: true })
  readonly example!: string | null;
}

/** A revision of a "Fassung"; its id is `<contract>/<number>`. In force it is amended, not corrected. */
@Entity('contract_version')
@Index('ix_contract_version_contract', ['contractId'])
@Checks(...revisionChecks('contract_version'), ...CONTRACT_VERSION_CHECKS, SENT_ON_CHECK)
export class ContractVersion extends RevisionColumns {
  @Column('varchar', { length: 64 })
  readonly contractId!: string;

  @Column('integer')
  readonly number!: number;

  @Column('varchar', { length: 12 })
  readonly kind!: VersionKind;

  @Column('text')
  readonly title!: string;

  /** "Schriftform": the date of the document; null while it is not written. */
  @DayColumn({ nullable: true })
  readonly writtenOn!: PlainDate | null;

  /** When the draft went out to be signed; null before. */
  @DayColumn({ nullable: true })
  readonly sentOn!: PlainDate | null;

  /** The notice that caused this version; null for one of its own. */
  @Column('varchar', { length: 64, nullable: true })
  readonly cause!: string | null;

  @DayColumn()
  readonly inForceFrom!: PlainDate;

  @DayColumn()
  readonly inForceTo!: PlainDate;

  @JsonColumn()
  readonly signatures!: readonly Signature[];

  @Column('text')
  readonly summary!: string;

  @JsonColumn()
  readonly terms!: ContractTerms;

  @JsonColumn()
  readonly checklist!: readonly ChecklistEntry[];

  /** "Wortlaut"; null in rows from before it was kept. */
  @JsonColumn({ nullable: true })
  readonly clauses!: readonly ContractClause[] | null;

  @JsonColumn()
  readonly parts!: readonly ContractPart[];

  @JsonColumn()
  readonly openItems!: readonly string[];

  @Column('text', { nullable: true })
  readonly example!: string | null;
}
