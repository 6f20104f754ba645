import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createRevisionTable } from '../../platform/database/tables.js';
import { ALLOCATION_LINE_CHECKS } from '../allocation-line.entity.js';
import { CONTRACT_CHECKS, CONTRACT_VERSION_CHECKS } from '../contract.entity.js';
import { PARTNER_CHECKS } from '../partner.entity.js';

/** Who receives forwarded money, on which terms, and how much of it on which line. */
export class Contracts2026112100201 implements MigrationInterface {
  readonly name = 'Contracts2026112100201';

  async up(runner: QueryRunner): Promise<void> {
    await createPartners(runner);
    await createContracts(runner);
    await createAllocationLines(runner);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('A book does not go back to an earlier version.'));
  }
}

async function createPartners(runner: QueryRunner): Promise<void> {
  await createRevisionTable(runner, {
    name: 'partner',
    columns: [
      `"name" text NOT NULL`,
      `"short_name" text NOT NULL`,
      `"sector" varchar(20) NOT NULL`,
      `"other_names" text NOT NULL`,
      `"address" text NOT NULL`,
      `"bank_account" text NOT NULL`,
      `"note" text`,
      `"example" text`,
    ],
    checks: PARTNER_CHECKS,
  });
}

async function createContracts(runner: QueryRunner): Promise<void> {
  await createRevisionTable(runner, {
    name: 'contract',
    columns: [
      `"programme_id" varchar(64) NOT NULL`,
      `"title" text NOT NULL`,
      `"file_reference" text NOT NULL`,
      `"legal_form" varchar(10) NOT NULL`,
      `"direction" varchar(12) NOT NULL`,
      `"form" varchar(10) NOT NULL`,
      `"forwarded_by" varchar(64) NOT NULL`,
      `"partners" text NOT NULL`,
      `"sources" text NOT NULL`,
      `"example" text`,
    ],
    checks: CONTRACT_CHECKS,
  });
  await createRevisionTable(runner, {
    name: 'contract_version',
    columns: [
      `"contract_id" varchar(64) NOT NULL`,
      `"number" integer NOT NULL`,
      `"kind" varchar(12) NOT NULL`,
      `"title" text NOT NULL`,
      `"written_on" date`,
      `"in_force_from" date NOT NULL`,
      `"in_force_to" date NOT NULL`,
      `"signatures" text NOT NULL`,
      `"summary" text NOT NULL`,
      `"terms" text NOT NULL`,
      `"checklist" text NOT NULL`,
      `"parts" text NOT NULL`,
      `"open_items" text NOT NULL`,
      `"example" text`,
    ],
    checks: CONTRACT_VERSION_CHECKS,
    indexes: { ix_contract_version_contract: ['contract_id'] },
  });
}

async function createAllocationLines(runner: QueryRunner): Promise<void> {
  await createRevisionTable(runner, {
    name: 'allocation_line',
    columns: [
      `"contract_id" varchar(64) NOT NULL`,
      `"version_id" varchar(64) NOT NULL`,
      `"line_id" varchar(64) NOT NULL`,
      `"ordinal" integer NOT NULL`,
      `"partner_id" varchar(64) NOT NULL`,
      `"component" varchar(64) NOT NULL`,
      `"title" text NOT NULL`,
      `"region" text NOT NULL`,
      `"towns" text NOT NULL`,
      `"fte" integer NOT NULL`,
      `"annual_rate_cents" bigint NOT NULL`,
      `"material_cents" bigint NOT NULL`,
      `"ceiling_cents" bigint NOT NULL`,
      `"measures" text NOT NULL`,
      `"funding" text NOT NULL`,
      `"permission" text`,
      `"permission_note" text`,
      `"clause" text NOT NULL`,
      `"note" text`,
      `"example" text`,
    ],
    checks: ALLOCATION_LINE_CHECKS,
    indexes: {
      ix_allocation_line_contract: ['contract_id'],
      ix_allocation_line_line: ['line_id'],
      ix_allocation_line_partner: ['partner_id'],
    },
  });
}
