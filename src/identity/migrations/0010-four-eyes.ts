import type { MigrationInterface, QueryRunner } from 'typeorm';
import { makeAppendOnly } from '../../platform/database/append-only.js';
import { engineOf } from '../../platform/database/engine.js';
import { createRevisionTable, createTable } from '../../platform/database/tables.js';
import { LENT_ROLE_CHECKS } from '../break-glass/lent-role.entity.js';
import { DEPUTY_CHECKS } from '../deputies/deputy.entity.js';
import { ACT_CHECKS } from '../four-eyes/act.entity.js';
import {
  POSTGRES_FOUR_EYES,
  POSTGRES_FOUR_EYES_FUNCTIONS,
  SQLITE_FOUR_EYES,
} from './four-eyes-triggers.js';
import {
  POSTGRES_LENT_ROLE,
  POSTGRES_LENT_ROLE_FUNCTION,
  SQLITE_LENT_ROLE,
} from './lent-role-triggers.js';

/** Acts with their people, deputies, lent roles. */
export class FourEyes2026112212401 implements MigrationInterface {
  readonly name = 'FourEyes2026112212401';

  async up(runner: QueryRunner): Promise<void> {
    await acts(runner);
    await createRevisionTable(runner, {
      name: 'deputy',
      columns: [
        `"person_id" varchar(26) NOT NULL`,
        `"for_person_id" varchar(26) NOT NULL`,
        `"role" varchar(16) NOT NULL`,
        `"from_on" date NOT NULL`,
        `"to_on" date NOT NULL`,
      ],
      checks: DEPUTY_CHECKS,
      indexes: { ix_deputy_person: ['person_id'] },
    });
    await createRevisionTable(runner, {
      name: 'lent_role',
      columns: [
        `"person_id" varchar(26) NOT NULL`,
        `"role" varchar(16) NOT NULL`,
        `"hours" integer NOT NULL`,
        `"asked_by" varchar(26) NOT NULL`,
        `"agreed_by" varchar(26)`,
        `"starts_at" varchar(24)`,
        `"ends_at" varchar(24)`,
      ],
      checks: LENT_ROLE_CHECKS,
      indexes: { ix_lent_role_person: ['person_id'] },
    });
    for (const text of triggersOn(runner)) await runner.query(text);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('A book does not go back to an earlier version.'));
  }
}

async function acts(runner: QueryRunner): Promise<void> {
  await createTable(runner, {
    name: 'act',
    columns: [
      `"id" varchar(26) NOT NULL`,
      `"subject_kind" varchar(32) NOT NULL`,
      `"subject_id" varchar(128) NOT NULL`,
      `"act" varchar(16) NOT NULL`,
      `"actor" varchar(128) NOT NULL`,
      `"acting_for" varchar(96)`,
      `"role" varchar(16)`,
      `"at" varchar(24) NOT NULL`,
      `"reason" text NOT NULL`,
      `"one_person_rule" text`,
    ],
    primaryKey: ['id'],
    checks: ACT_CHECKS,
    unique: { uq_act_once: ['subject_kind', 'subject_id', 'act', 'actor'] },
  });
  await createTable(runner, {
    name: 'act_part',
    columns: [
      `"subject_kind" varchar(32) NOT NULL`,
      `"subject_id" varchar(128) NOT NULL`,
      `"part_kind" varchar(32) NOT NULL`,
      `"part_id" varchar(128) NOT NULL`,
    ],
    primaryKey: ['subject_kind', 'subject_id', 'part_kind', 'part_id'],
    indexes: { ix_act_part_of: ['part_kind', 'part_id'] },
  });
  for (const table of ['act', 'act_part']) await makeAppendOnly(runner, table);
  await createTable(runner, {
    name: 'act_subject',
    columns: [`"kind" varchar(32) NOT NULL`, `"id" varchar(128) NOT NULL`],
    primaryKey: ['kind', 'id'],
  });
}

function triggersOn(runner: QueryRunner): readonly string[] {
  if (engineOf(runner) === 'sqlite') {
    return [...Object.values(SQLITE_FOUR_EYES), ...Object.values(SQLITE_LENT_ROLE)];
  }
  return [
    ...POSTGRES_FOUR_EYES_FUNCTIONS,
    POSTGRES_LENT_ROLE_FUNCTION,
    ...Object.values(POSTGRES_FOUR_EYES),
    ...Object.values(POSTGRES_LENT_ROLE),
  ];
}
