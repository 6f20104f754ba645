import { Column, Entity, Index } from 'typeorm';
import type { PlainDate } from '../domain/calendar/plain-date.js';
import type { MediaType } from '../documents/documents.js';
import { DayColumn, JsonColumn } from '../platform/database/columns.js';
import { Checks, choiceCheck, dayCheck } from '../platform/database/checks.js';
import { RevisionColumns } from '../platform/database/revision-columns.js';
import { revisionChecks } from '../platform/database/tables.js';
import { DOCUMENT_KINDS, type DocumentKind, type HandedOver } from './contract-document.rules.js';

export const CONTRACT_DOCUMENT_CHECKS = [
  choiceCheck('contract_document', 'kind', DOCUMENT_KINDS),
  dayCheck('contract_document', 'dated_on'),
  dayCheck('contract_document', 'handed_over_on'),
];

/** A revision of a "Vertragsbestandteil" (§ 7 Abs. 1): a part as a dated file, or noted without one. */
@Entity('contract_document')
@Index('ix_contract_document_contract', ['contractId'])
@Checks(...revisionChecks('contract_document'), ...CONTRACT_DOCUMENT_CHECKS)
export class ContractDocument extends RevisionColumns {
  @Column('varchar', { length: 64 })
  readonly contractId!: string;

  @Column('text')
  readonly title!: string;

  @Column('varchar', { length: 20 })
  readonly kind!: DocumentKind;

  /** "Aktenzeichen" or edition; null where it has none. */
  @Column('text', { nullable: true })
  readonly reference!: string | null;

  @DayColumn({ nullable: true })
  readonly datedOn!: PlainDate | null;

  /** The last of the days below; null while it was handed over to nobody. */
  @DayColumn({ nullable: true })
  readonly handedOverOn!: PlainDate | null;

  /** Who has it, each with the day. */
  @JsonColumn()
  readonly handedOverTo!: readonly HandedOver[];

  @Column('text', { nullable: true })
  readonly fileName!: string | null;

  @Column('varchar', { length: 80, nullable: true })
  readonly mediaType!: MediaType | null;

  /** Key of the stored file; null where it is noted without one. */
  @Column('varchar', { length: 64, nullable: true })
  readonly sha256!: string | null;

  /** In bytes. */
  @Column('integer', { nullable: true })
  readonly size!: number | null;
}
