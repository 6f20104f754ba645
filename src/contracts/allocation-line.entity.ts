import { Column, Entity, Index } from 'typeorm';
import type { Cents } from '../domain/money/cents.js';
import type { Fte } from '../domain/proration/fte.js';
import { CentsColumn, FteColumn, JsonColumn } from '../platform/database/columns.js';
import { centsCheck, Checks, wholeCheck } from '../platform/database/checks.js';
import { RevisionColumns } from '../platform/database/revision-columns.js';
import { revisionChecks } from '../platform/database/tables.js';
import type { LineFunding, LineMeasure } from '../programmes/definitions/definition.js';

export const ALLOCATION_LINE_CHECKS = [
  wholeCheck('allocation_line', 'fte', 0),
  centsCheck('allocation_line', 'annual_rate_cents'),
  centsCheck('allocation_line', 'material_cents'),
  centsCheck('allocation_line', 'ceiling_cents'),
];

/**
 * A revision of a "Zuweisungszeile" as one version has it: what one partner gets for one
 * component. Its id is `<contract>/<number>/<line>`; `lineId` stays over the versions.
 */
@Entity('allocation_line')
@Index('ix_allocation_line_contract', ['contractId'])
@Index('ix_allocation_line_line', ['lineId'])
@Index('ix_allocation_line_partner', ['partnerId'])
@Checks(...revisionChecks('allocation_line'), ...ALLOCATION_LINE_CHECKS)
export class AllocationLine extends RevisionColumns {
  @Column('varchar', { length: 64 })
  readonly contractId!: string;

  @Column('varchar', { length: 64 })
  readonly versionId!: string;

  @Column('varchar', { length: 64 })
  readonly lineId!: string;

  /** The place of the line in its version, from 0. */
  @Column('integer')
  readonly ordinal!: number;

  @Column('varchar', { length: 64 })
  readonly partnerId!: string;

  @Column('varchar', { length: 64 })
  readonly component!: string;

  @Column('text')
  readonly title!: string;

  @Column('text')
  readonly region!: string;

  @JsonColumn()
  readonly towns!: readonly string[];

  @FteColumn()
  readonly fte!: Fte;

  /** Per 1.0 VzÄ and calendar year. */
  @CentsColumn()
  readonly annualRateCents!: Cents;

  /** Material or fixed sum of the whole line and calendar year. */
  @CentsColumn()
  readonly materialCents!: Cents;

  /** The most that the line yields in a calendar year. */
  @CentsColumn()
  readonly ceilingCents!: Cents;

  @JsonColumn()
  readonly measures!: readonly LineMeasure[];

  @JsonColumn()
  readonly funding!: readonly LineFunding[];

  /** The clause or consent that permits the forwarding (R2). */
  @Column('text', { nullable: true })
  readonly permission!: string | null;

  @Column('text', { nullable: true })
  readonly permissionNote!: string | null;

  @Column('text')
  readonly clause!: string;

  @Column('text', { nullable: true })
  readonly note!: string | null;

  @Column('text', { nullable: true })
  readonly example!: string | null;
}
