import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createRevisionTable } from '../../platform/database/tables.js';
import { CONTRACT_DOCUMENT_CHECKS } from '../contract-document.entity.js';

/** The parts of a contract as dated files, and when they were handed over (§ 7 Abs. 1). */
export class ContractDocuments2026112100702 implements MigrationInterface {
  readonly name = 'ContractDocuments2026112100702';

  async up(runner: QueryRunner): Promise<void> {
    await createRevisionTable(runner, {
      name: 'contract_document',
      columns: [
        `"contract_id" varchar(64) NOT NULL`,
        `"title" text NOT NULL`,
        `"kind" varchar(20) NOT NULL`,
        `"reference" text`,
        `"dated_on" date`,
        `"handed_over_on" date`,
        `"handed_over_to" text NOT NULL`,
        `"file_name" text`,
        `"media_type" varchar(80)`,
        `"sha256" varchar(64)`,
        `"size" integer`,
      ],
      checks: CONTRACT_DOCUMENT_CHECKS,
      indexes: { ix_contract_document_contract: ['contract_id'] },
    });
  }

  down(): Promise<void> {
    return Promise.reject(new Error('A book does not go back to an earlier version.'));
  }
}
