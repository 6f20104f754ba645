import { randomBytes } from 'node:crypto';
import { copyFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { ENTITIES, MIGRATIONS } from '../../src/app.entities.js';
import type { BookKind } from '../../src/platform/config/app-config.js';
import type { DatabaseAddress } from '../../src/platform/config/settings.js';
import { writerOptions } from '../../src/platform/database/data-sources.js';
import type { Engine } from '../../src/platform/database/engine.js';
import { openWriter } from '../../src/platform/database/open-database.js';
import { openFolder } from './books-folder.js';

/** The present of the tests, in which also the books of the templates were opened. */
export const PRESENT = '2026-03-02T08:00:00.000Z';

/** Tables without a row, or the book of one kind as its first start leaves it. */
export type TemplateKind = 'migrated' | BookKind;

const KINDS: readonly TemplateKind[] = ['migrated', 'empty', 'example'];

/** The books, made once per run on each database, that each test file gets a copy of. */
export interface Templates {
  /** The server, without the name of a database. */
  readonly postgresUrl: string;
  /** What the names of the databases on the server begin with. */
  readonly postgresPrefix: string;
  readonly sqliteFolder: string;
}

/** A database of a test's own. */
export interface OwnDatabase {
  readonly address: DatabaseAddress;
  remove(): Promise<void>;
}

const CONTENTS = { entities: ENTITIES, migrations: MIGRATIONS };

/** @param open fills the tables of a book as its first start does */
export async function makeTemplates(
  { postgresUrl, postgresPrefix, sqliteFolder }: Templates,
  open: (address: DatabaseAddress, kind: BookKind) => Promise<void>,
): Promise<void> {
  const make = async (addressOf: (kind: TemplateKind) => DatabaseAddress): Promise<void> => {
    const writer = await openWriter(writerOptions(addressOf('migrated'), CONTENTS));
    await writer.destroy();
    for (const kind of ['empty', 'example'] as const) await open(addressOf(kind), kind);
  };
  for (const kind of KINDS)
    await onServer(postgresUrl, `create database "${postgresPrefix}${kind}"`);
  await make((kind) => databaseOn(postgresUrl, postgresPrefix + kind));
  await make((kind) => ({ kind: 'sqlite', file: join(sqliteFolder, `${kind}.sqlite`) }));
}

export async function removeTemplates({ postgresUrl, postgresPrefix }: Templates): Promise<void> {
  for (const kind of KINDS) {
    await onServer(postgresUrl, `drop database "${postgresPrefix}${kind}" with (force)`);
  }
}

/** A fresh database without tables, or a copy of a template. */
export async function ownDatabase(
  engine: Engine,
  kind: 'bare' | TemplateKind,
): Promise<OwnDatabase> {
  return engine === 'sqlite' ? ownFile(kind) : ownPostgres(kind);
}

function ownFile(kind: 'bare' | TemplateKind): OwnDatabase {
  const templates = required('TEST_SQLITE_TEMPLATES');
  const folder = openFolder(join(templates, 'book-'));
  const file = join(folder, 'buch.sqlite');
  if (kind !== 'bare') copyFileSync(join(templates, `${kind}.sqlite`), file);
  return {
    address: { kind: 'sqlite', file },
    remove: () => {
      rmSync(folder, { recursive: true });
      return Promise.resolve();
    },
  };
}

async function ownPostgres(kind: 'bare' | TemplateKind): Promise<OwnDatabase> {
  const server = required('TEST_POSTGRES_URL');
  const name = `test_${randomBytes(8).toString('hex')}`;
  const template = required('TEST_POSTGRES_TEMPLATES') + kind;
  const copy = kind === 'bare' ? '' : ` template "${template}" strategy file_copy`;
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
