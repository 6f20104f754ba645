import { Column, Entity } from 'typeorm';
import { JsonColumn } from '../platform/database/columns.js';
import { Checks, choiceCheck } from '../platform/database/checks.js';
import { RevisionColumns } from '../platform/database/revision-columns.js';
import { revisionChecks } from '../platform/database/tables.js';
import {
  PARTNER_SECTORS,
  type PartnerDefinition,
  type PartnerSector,
} from '../programmes/definitions/definition.js';

export const PARTNER_CHECKS = [choiceCheck('partner', 'sector', PARTNER_SECTORS)];

/** A revision of a "Weiterleitungsempfänger": a city, a welfare provider, an association. */
@Entity('partner')
@Checks(...revisionChecks('partner'), ...PARTNER_CHECKS)
export class Partner extends RevisionColumns {
  @Column('text')
  readonly name!: string;

  /** For charts and tables: "Lünen". */
  @Column('text')
  readonly shortName!: string;

  @Column('varchar', { length: 20 })
  readonly sector!: PartnerSector;

  @JsonColumn()
  readonly otherNames!: readonly string[];

  @JsonColumn()
  readonly address!: PartnerDefinition['address'];

  /** The office's account, no person's. */
  @JsonColumn()
  readonly bankAccount!: PartnerDefinition['bankAccount'];

  @Column('text', { nullable: true })
  readonly note!: string | null;

  @Column('text', { nullable: true })
  readonly example!: string | null;
}
