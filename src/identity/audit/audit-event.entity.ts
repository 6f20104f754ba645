import { Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';
import type { Instant } from '../../domain/calendar/instant.js';
import { Checks, instantCheck, wholeCheck } from '../../platform/database/checks.js';
import { InstantColumn, JsonColumn } from '../../platform/database/columns.js';
import type { AuditAction, AuditChange } from './audit.types.js';

export const AUDIT_EVENT_CHECKS = [
  instantCheck('audit_event', 'at'),
  wholeCheck('audit_event', 'revision_before', 0),
  wholeCheck('audit_event', 'revision_after', 1),
];

/** "Ereignis": who did what to which object. Only added, never changed; chained like the journal. */
@Entity('audit_event')
@Index('ix_audit_event_at', ['at'])
@Index('ix_audit_event_actor', ['actor'])
@Index('ix_audit_event_object', ['objectKind', 'objectId'])
@Checks(...AUDIT_EVENT_CHECKS)
export class AuditEventRow {
  /** A ULID: sorts by time. */
  @PrimaryColumn('varchar', { length: 26 })
  readonly id!: string;

  @InstantColumn()
  readonly at!: Instant;

  /** `person:…`, `token:…` or `system:…`: never a name. */
  @Column('varchar', { length: 96 })
  readonly actor!: string;

  @Column('varchar', { length: 26, nullable: true })
  readonly sessionId!: string | null;

  /** Where the request came from stands apart, for it can be erased. */
  @Column('varchar', { length: 26, nullable: true })
  readonly originId!: string | null;

  @Column('varchar', { length: 24 })
  readonly action!: AuditAction;

  @Column('varchar', { length: 40 })
  readonly objectKind!: string;

  @Column('varchar', { length: 200 })
  readonly objectId!: string;

  /** The row of the object that it was about; null: the object itself. */
  @Column('varchar', { length: 40, nullable: true })
  readonly partKind!: string | null;

  @Column('varchar', { length: 200, nullable: true })
  readonly partId!: string | null;

  /** 0: there was none. Null for what is no revision. */
  @Column('integer', { nullable: true })
  readonly revisionBefore!: number | null;

  @Column('integer', { nullable: true })
  readonly revisionAfter!: number | null;

  @JsonColumn()
  readonly changes!: readonly AuditChange[];

  @Column('text')
  readonly reason!: string;

  @Column('varchar', { length: 128 })
  readonly commandKey!: string;
}

export const AUDIT_ORIGIN_CHECKS = [instantCheck('audit_origin', 'at')];

/** Where a command came from: a personal value, which a retention run can erase. */
@Entity('audit_origin')
@Checks(...AUDIT_ORIGIN_CHECKS)
export class AuditOriginRow {
  @PrimaryColumn('varchar', { length: 26 })
  readonly id!: string;

  @InstantColumn()
  readonly at!: Instant;

  @Column('varchar', { length: 64 })
  readonly address!: string;
}

/** The place of an event in the chain of the audit trail. */
@Entity('audit_chain')
@Unique('uq_audit_chain_event', ['eventId'])
export class AuditChainRow {
  @PrimaryColumn('bigint')
  readonly sequence!: string;

  @Column('varchar', { length: 26 })
  readonly eventId!: string;

  @Column('varchar', { length: 64 })
  readonly previousHash!: string;

  @Column('varchar', { length: 64 })
  readonly hash!: string;
}

/** An event that waits for its place: milliseconds. */
@Entity('audit_unchained')
export class AuditUnchainedRow {
  @PrimaryColumn('varchar', { length: 26 })
  readonly eventId!: string;
}
