import { randomBytes } from 'node:crypto';
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { ENTITIES, MIGRATIONS } from '../../src/app.entities.js';
import { readDatabase, type DatabaseAddress } from '../../src/platform/config/settings.js';
import { writerOptions } from '../../src/platform/database/data-sources.js';
import type { Engine } from '../../src/platform/database/engine.js';
import { openWriter } from '../../src/platform/database/open-database.js';

/** The two empty books, brought up to date once per run, that each test file gets a copy of. */
export interface Templates {
  /** The server, without the name of a database. */
  readonly postgresUrl: string;
  readonly postgresName: string;
  readonly sqliteFile: string;
}

/** A database of a test's own. */
export interface OwnDatabase {
  readonly address: DatabaseAddress;
  remove(): Promise<void>;
}

const CONTENTS = { entities: ENTITIES, migrations: MIGRATIONS };

export async function makeTemplates(postgresUrl: string): Promise<Templates> {
  const name = `template_${randomBytes(6).toString('hex')}`;
  const file = join(mkdtempSync(join(tmpdir(), 'weiterleitungsbuch-')), 'template.sqlite');
  await onServer(postgresUrl, `create database "${name}"`);
  const addresses = [readDatabase(`sqlite:${file}`), databaseOn(postgresUrl, name)];
  for (const address of addresses) {
    const writer = await openWriter(writerOptions(address, CONTENTS));
    await writer.destroy();
  }
  return { postgresUrl, postgresName: name, sqliteFile: file };
}

export async function removeTemplates(templates: Templates): Promise<void> {
  await onServer(templates.postgresUrl, `drop database "${templates.postgresName}" with (force)`);
  rmSync(join(templates.sqliteFile, '..'), { recursive: true });
}

/** A fresh book without tables, or with the tables of today. */
export async function ownDatabase(engine: Engine, kind: 'bare' | 'migrated'): Promise<OwnDatabase> {
  return engine === 'sqlite' ? ownFile(kind) : ownPostgres(kind);
}

function ownFile(kind: 'bare' | 'migrated'): OwnDatabase {
  const folder = mkdtempSync(join(tmpdir(), 'weiterleitungsbuch-'));
  const file = join(folder, 'buch.sqlite');
  if (kind === 'migrated') copyFileSync(required('TEST_SQLITE_TEMPLATE'), file);
  return {
    address: { kind: 'sqlite', file },
    remove: () => {
      rmSync(folder, { recursive: true });
      return Promise.resolve();
    },
  };
}

async function ownPostgres(kind: 'bare' | 'migrated'): Promise<OwnDatabase> {
  const server = required('TEST_POSTGRES_URL');
  const name = `test_${randomBytes(8).toString('hex')}`;
  const template = required('TEST_POSTGRES_TEMPLATE');
  const copy = kind === 'migrated' ? ` template "${template}" strategy file_copy` : '';
  await onServer(server, `create database "${name}"${copy}`);
  return {
    address: databaseOn(server, name),
    remove: () => onServer(server, `drop database "${name}" with (force)`),
  };
}

function databaseOn(server: string, name: string): DatabaseAddress {
  const url = new URL(server);
  url.pathname = `/${name}`;
  return { kind: 'postgres', url: url.href };
}

/** As `DATABASE_URL` names it. */
export function addressText(address: DatabaseAddress): string {
  return address.kind === 'sqlite' ? `sqlite:${address.file}` : address.url;
}

async function onServer(server: string, sql: string): Promise<void> {
  const url = new URL(server);
  if (url.pathname.length < 2) url.pathname = '/postgres';
  const client = new pg.Client({ connectionString: url.href });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

function required(name: string): string {
  const value = process.env[name];
  if (value === undefined) throw new Error(`${name} is not set: global-setup did not run`);
  return value;
}
