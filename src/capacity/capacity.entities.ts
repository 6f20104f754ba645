import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { Instant } from '../domain/calendar/instant.js';
import type { PlainDate } from '../domain/calendar/plain-date.js';
import {
  centsCheck,
  Checks,
  choiceCheck,
  dayCheck,
  instantCheck,
} from '../platform/database/checks.js';
import { CentsColumn, DayColumn, InstantColumn } from '../platform/database/columns.js';
import type { Cents } from '../domain/money/cents.js';
import { MEASURES, SIDES, type Measure, type Side } from './capacity.rules.js';

/** Who has something that may be used at most once; its row is what racing writers lock. */
@Entity('capacity_holder')
export class CapacityHolder {
  @PrimaryColumn({ type: 'varchar', length: 96 })
  readonly id!: string;

  /** How many movements it has; written with each, so that two transactions cannot pass each other. */
  @Column({ type: 'integer' })
  readonly movements!: number;
}

const TABLE = 'capacity_movement';

export const movementChecks = [
  choiceCheck(TABLE, 'measure', MEASURES),
  choiceCheck(TABLE, 'side', SIDES),
  dayCheck(TABLE, 'from_day'),
  dayCheck(TABLE, 'to_day'),
  centsCheck(TABLE, 'delta'),
  instantCheck(TABLE, 'recorded_at'),
  { name: 'ck_capacity_movement_period', expression: `"from_day" <= "to_day"` },
  { name: 'ck_capacity_movement_moves', expression: `"delta" <> 0` },
];

/** From a day to a day, so much more or less is granted or used than before. */
@Entity(TABLE)
@Checks(...movementChecks)
@Index('ix_capacity_movement_holder', ['holder', 'measure', 'fromDay', 'toDay', 'side', 'delta'])
@Index('ix_capacity_movement_account', ['holder', 'subject'])
export class CapacityMovement {
  @PrimaryColumn({ type: 'varchar', length: 26 })
  readonly id!: string;

  /** `notice-line:…`, `allocation-line:…`, `position:…`, `person:…`. */
  @Column({ type: 'varchar', length: 96 })
  @ForeignKey(() => CapacityHolder, { name: 'fk_capacity_movement_holder' })
  readonly holder!: string;

  @Column({ type: 'varchar', length: 8 })
  readonly measure!: Measure;

  @Column({ type: 'varchar', length: 8 })
  readonly side!: Side;

  /** Who grants, or who uses. */
  @Column({ type: 'varchar', length: 96 })
  readonly subject!: string;

  @DayColumn()
  readonly fromDay!: PlainDate;

  @DayColumn()
  readonly toDay!: PlainDate;

  /** Ten-thousandths of a VzÄ, or cents; never 0. */
  @CentsColumn()
  readonly delta!: Cents;

  @InstantColumn()
  readonly recordedAt!: Instant;

  @Column({ type: 'varchar', length: 96 })
  readonly recordedBy!: string;
}

export const capacityEntities = [CapacityHolder, CapacityMovement] as const;
