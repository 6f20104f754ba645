import type { MigrationInterface, QueryRunner } from 'typeorm';
import { makeAppendOnly } from '../../platform/database/append-only.js';
import { engineOf } from '../../platform/database/engine.js';
import { createRevisionTable, createTable } from '../../platform/database/tables.js';
import {
  CREDENTIAL_CHECKS,
  PERSON_CHECKS,
  PERSON_PROFILE_CHECKS,
} from '../people/person.entity.js';
import { SESSION_CHECKS } from '../sessions/session.entity.js';
import { ONE_KIND_OF_PEOPLE } from './one-kind-of-people.js';

/** People, what they may, how they sign in, and their sessions. */
export class People2026112212001 implements MigrationInterface {
  readonly name = 'People2026112212001';

  async up(runner: QueryRunner): Promise<void> {
    await people(runner);
    await createRevisionTable(runner, {
      name: 'person_rights',
      columns: [`"roles" text NOT NULL`, `"partner_id" varchar(64)`, `"is_lead" boolean NOT NULL`],
    });
    await createTable(runner, {
      name: 'credential',
      columns: [
        `"person_id" varchar(26) NOT NULL`,
        `"password_hash" text NOT NULL`,
        `"changed_at" varchar(24) NOT NULL`,
      ],
      primaryKey: ['person_id'],
      checks: CREDENTIAL_CHECKS,
    });
    await sessions(runner);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('A book does not go back to an earlier version.'));
  }
}

async function people(runner: QueryRunner): Promise<void> {
  await createTable(runner, {
    name: 'person',
    columns: [
      `"id" varchar(26) NOT NULL`,
      `"kind" varchar(8) NOT NULL`,
      `"source" varchar(12) NOT NULL`,
      `"recorded_at" varchar(24) NOT NULL`,
      `"recorded_by" varchar(96) NOT NULL`,
    ],
    primaryKey: ['id'],
    checks: PERSON_CHECKS,
  });
  await makeAppendOnly(runner, 'person');
  for (const text of ONE_KIND_OF_PEOPLE[engineOf(runner)]) await runner.query(text);
  await createTable(runner, {
    name: 'person_profile',
    columns: [
      `"person_id" varchar(26) NOT NULL`,
      `"name" text NOT NULL`,
      `"mail" varchar(254)`,
      `"directory_subject" text`,
      `"erased_at" varchar(24)`,
    ],
    primaryKey: ['person_id'],
    checks: PERSON_PROFILE_CHECKS,
    unique: {
      uq_person_profile_mail: ['mail'],
      uq_person_profile_directory: ['directory_subject'],
    },
  });
}

async function sessions(runner: QueryRunner): Promise<void> {
  await createTable(runner, {
    name: 'session',
    columns: [
      `"id" varchar(26) NOT NULL`,
      `"secret_hash" varchar(64) NOT NULL`,
      `"person_id" varchar(26) NOT NULL`,
      `"way" varchar(16) NOT NULL`,
      `"started_at" varchar(24) NOT NULL`,
      `"seen_at" varchar(24) NOT NULL`,
      `"address" varchar(64) NOT NULL`,
      `"browser" varchar(200) NOT NULL`,
      `"ended_at" varchar(24)`,
      `"ended_because" varchar(20)`,
    ],
    primaryKey: ['id'],
    checks: SESSION_CHECKS,
    unique: { uq_session_secret: ['secret_hash'] },
    indexes: { ix_session_person: ['person_id'] },
  });
}
