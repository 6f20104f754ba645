import { Column, Entity, Index } from 'typeorm';
import type { PlainDate } from '../domain/calendar/plain-date.js';
import type { Fte } from '../domain/proration/fte.js';
import { DayColumn, FteColumn, JsonColumn } from '../platform/database/columns.js';
import { Checks, dayCheck, wholeCheck } from '../platform/database/checks.js';
import { RevisionColumns } from '../platform/database/revision-columns.js';
import { revisionChecks } from '../platform/database/tables.js';
import type { PositionDefinition, UnpaidSpell } from '../programmes/definitions/definition.js';

export const POSITION_CHECKS = [
  wholeCheck('position', 'planned_fte', 1),
  dayCheck('position', 'from_day'),
  dayCheck('position', 'to_day'),
];

export const OCCUPANCY_CHECKS = [
  wholeCheck('occupancy', 'share', 1),
  dayCheck('occupancy', 'from_day'),
  dayCheck('occupancy', 'to_day'),
];

/** A revision of a "Stelle": a post on a partner's line, or of the Kreis itself on notice lines. */
@Entity('position')
@Index('ix_position_allocation_line', ['allocationLine'])
@Checks(...revisionChecks('position'), ...POSITION_CHECKS)
export class Position extends RevisionColumns {
  /** For tables and charts: "LÜN-01". */
  @Column('text')
  readonly label!: string;

  @Column('text')
  readonly title!: string;

  @Column('varchar', { length: 64 })
  readonly component!: string;

  @FteColumn()
  readonly plannedFte!: Fte;

  @DayColumn()
  readonly fromDay!: PlainDate;

  /** Null: no end is known. */
  @DayColumn({ nullable: true })
  readonly toDay!: PlainDate | null;

  /** A partner's id, or `kreis`. */
  @Column('varchar', { length: 64 })
  readonly employer!: string;

  @Column('text')
  readonly placeOfWork!: string;

  /** The line id that pays for it; null for the Kreis's own posts. */
  @Column('varchar', { length: 64, nullable: true })
  readonly allocationLine!: string | null;

  @JsonColumn({ nullable: true })
  readonly own!: NonNullable<PositionDefinition['own']> | null;

  @Column('text', { nullable: true })
  readonly example!: string | null;
}

/** A revision of a "Stellenbesetzung". Who is behind the key stays with the employer (R11). */
@Entity('occupancy')
@Index('ix_occupancy_position', ['positionId'])
@Index('ix_occupancy_person_key', ['personKey'])
@Checks(...revisionChecks('occupancy'), ...OCCUPANCY_CHECKS)
export class Occupancy extends RevisionColumns {
  @Column('varchar', { length: 64 })
  readonly positionId!: string;

  @Column('varchar', { length: 64 })
  readonly personKey!: string;

  @DayColumn()
  readonly fromDay!: PlainDate;

  /** Null: still running. */
  @DayColumn({ nullable: true })
  readonly toDay!: PlainDate | null;

  @FteColumn()
  readonly share!: Fte;

  /** Cover or handover: may overlap, never counts above the planned share. */
  @Column('boolean')
  readonly cover!: boolean;

  @JsonColumn()
  readonly unpaid!: readonly UnpaidSpell[];

  @Column('text', { nullable: true })
  readonly example!: string | null;
}
