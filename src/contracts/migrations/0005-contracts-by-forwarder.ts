import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The contracts that a partner passes money on by (third tier) are found without reading all. */
export class ContractsByForwarder2026112100801 implements MigrationInterface {
  readonly name = 'ContractsByForwarder2026112100801';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create index "ix_contract_forwarded_by" on "contract" ("forwarded_by")`);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('A book does not go back to an earlier version.'));
  }
}
