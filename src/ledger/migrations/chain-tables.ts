import type { QueryRunner } from 'typeorm';
import { choiceCheck } from '../../platform/database/checks.js';
import { createTable } from '../../platform/database/tables.js';
import { CHAIN_CHECKS, ITEM_KINDS } from '../tables/chain.entity.js';
import { CLOSING_CHECKS } from '../tables/period.entity.js';

/** The chain, what waits for it, closings, and what racing writers hold. */
export async function createChain(runner: QueryRunner): Promise<void> {
  await createTable(runner, {
    name: 'ledger_chain',
    columns: [
      `"sequence" bigint NOT NULL`,
      `"item_kind" varchar(8) NOT NULL`,
      `"item_id" varchar(26) NOT NULL`,
      `"recorded_at" varchar(24) NOT NULL`,
      `"previous_hash" varchar(64) NOT NULL`,
      `"hash" varchar(64) NOT NULL`,
    ],
    primaryKey: ['sequence'],
    clustered: true,
    checks: CHAIN_CHECKS,
    unique: { uq_ledger_chain_item: ['item_id'] },
    indexes: { ix_ledger_chain_recorded: ['recorded_at', 'sequence'] },
  });
  await createTable(runner, {
    name: 'ledger_unchained',
    columns: [`"item_id" varchar(26) NOT NULL`, `"item_kind" varchar(8) NOT NULL`],
    primaryKey: ['item_id'],
    clustered: true,
    checks: [choiceCheck('ledger_unchained', 'item_kind', ITEM_KINDS)],
  });
  await createTable(runner, {
    name: 'ledger_period',
    columns: [`"id" varchar(7) NOT NULL`],
    primaryKey: ['id'],
  });
  await createTable(runner, {
    name: 'ledger_closing',
    columns: [
      `"period" varchar(7) NOT NULL`,
      `"id" varchar(26) NOT NULL`,
      `"entries" integer NOT NULL`,
      `"recorded_by" varchar(96) NOT NULL`,
      `"reason" text NOT NULL`,
    ],
    primaryKey: ['period'],
    checks: CLOSING_CHECKS,
    unique: { uq_ledger_closing_id: ['id'] },
  });
  await createTable(runner, {
    name: 'ledger_hold',
    columns: [`"id" varchar(96) NOT NULL`],
    primaryKey: ['id'],
  });
}
