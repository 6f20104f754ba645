import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addColumn } from '../../platform/database/tables.js';
import { SENT_ON_CHECK } from '../contract.entity.js';

/** When a draft went out, which notice caused a version, and who terminated a contract. */
export class SendingAndTermination2026112100501 implements MigrationInterface {
  readonly name = 'SendingAndTermination2026112100501';

  async up(runner: QueryRunner): Promise<void> {
    await addColumn(runner, 'contract', `"termination" text`);
    await addColumn(runner, 'contract_version', `"sent_on" date`, SENT_ON_CHECK);
    await addColumn(runner, 'contract_version', `"cause" varchar(64)`);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('A book does not go back to an earlier version.'));
  }
}
