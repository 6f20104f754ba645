import type { MigrationInterface, QueryRunner } from 'typeorm';
import { makeAppendOnly } from '../../platform/database/append-only.js';
import { engineOf } from '../../platform/database/engine.js';
import { createTable } from '../../platform/database/tables.js';
import { AUDIT_EVENT_CHECKS, AUDIT_ORIGIN_CHECKS } from '../audit/audit-event.entity.js';
import { EVENT_WAITS } from './event-waits.js';

/** "Protokoll": who did what to which object, and the chain over it. */
export class Audit2026112212301 implements MigrationInterface {
  readonly name = 'Audit2026112212301';

  async up(runner: QueryRunner): Promise<void> {
    await events(runner);
    await createTable(runner, {
      name: 'audit_origin',
      columns: [
        `"id" varchar(26) NOT NULL`,
        `"at" varchar(24) NOT NULL`,
        `"address" varchar(64) NOT NULL`,
      ],
      primaryKey: ['id'],
      checks: AUDIT_ORIGIN_CHECKS,
    });
    await createTable(runner, {
      name: 'audit_chain',
      columns: [
        `"sequence" bigint NOT NULL`,
        `"event_id" varchar(26) NOT NULL`,
        `"previous_hash" varchar(64) NOT NULL`,
        `"hash" varchar(64) NOT NULL`,
      ],
      primaryKey: ['sequence'],
      unique: { uq_audit_chain_event: ['event_id'] },
    });
    await createTable(runner, {
      name: 'audit_unchained',
      columns: [`"event_id" varchar(26) NOT NULL`],
      primaryKey: ['event_id'],
    });
    for (const table of ['audit_event', 'audit_chain']) await makeAppendOnly(runner, table);
    for (const text of EVENT_WAITS[engineOf(runner)]) await runner.query(text);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('A book does not go back to an earlier version.'));
  }
}

async function events(runner: QueryRunner): Promise<void> {
  await createTable(runner, {
    name: 'audit_event',
    columns: [
      `"id" varchar(26) NOT NULL`,
      `"at" varchar(24) NOT NULL`,
      `"actor" varchar(96) NOT NULL`,
      `"session_id" varchar(26)`,
      `"origin_id" varchar(26)`,
      `"action" varchar(24) NOT NULL`,
      `"object_kind" varchar(40) NOT NULL`,
      `"object_id" varchar(200) NOT NULL`,
      `"part_kind" varchar(40)`,
      `"part_id" varchar(200)`,
      `"revision_before" integer`,
      `"revision_after" integer`,
      `"changes" text NOT NULL`,
      `"reason" text NOT NULL`,
      `"command_key" varchar(128) NOT NULL`,
    ],
    primaryKey: ['id'],
    checks: AUDIT_EVENT_CHECKS,
    indexes: {
      ix_audit_event_at: ['at'],
      ix_audit_event_actor: ['actor'],
      ix_audit_event_object: ['object_kind', 'object_id'],
    },
  });
}
