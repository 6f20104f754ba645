import pg from 'pg';
import type { DataSourceOptions, EntitySchema, MigrationInterface } from 'typeorm';
import type { DatabaseAddress } from '../config/settings.js';
import { QuietLogger } from './quiet-logger.js';
import { BookNaming } from './naming.js';

type Class<T = object> = new (...parameters: never[]) => T;

/** What the modules contribute to the database: their tables, and how these came to be. */
export interface DatabaseContents {
  readonly entities: readonly (Class | EntitySchema)[];
  readonly migrations: readonly Class<MigrationInterface>[];
}

const POSTGRES_WRITERS = 20;
const POSTGRES_READERS = 10;
const OPENING_PATIENCE_MS = 10_000;

/** The part of a SQLite connection that is set up here. */
interface SqliteHandle {
  pragma(text: string): unknown;
  prepare(sql: string): unknown;
}

/** A raw day stays the text that it is: a `Date` at local midnight would be another day in UTC. */
pg.types.setTypeParser(pg.types.builtins.DATE, (day: string) => day);

/** The one connection (SQLite) or the connections (PostgreSQL) that write. */
export function writerOptions(
  address: DatabaseAddress,
  contents: DatabaseContents,
): DataSourceOptions {
  const common = commonOptions(contents);
  if (address.kind === 'postgres') {
    return { ...common, type: 'postgres', url: address.url, poolSize: POSTGRES_WRITERS, ...PG };
  }
  return {
    ...common,
    type: 'better-sqlite3',
    database: address.file,
    prepareDatabase: (handle) => {
      prepareWriter(handle as SqliteHandle);
    },
  };
}

/** Connections that the database itself keeps from writing. */
export function readerOptions(
  address: DatabaseAddress,
  contents: DatabaseContents,
): DataSourceOptions {
  const common = commonOptions({ ...contents, migrations: [] });
  if (address.kind === 'postgres') {
    const extra = { options: '-c default_transaction_read_only=on' };
    return {
      ...common,
      type: 'postgres',
      url: address.url,
      poolSize: POSTGRES_READERS,
      ...PG,
      extra,
    };
  }
  return {
    ...common,
    type: 'better-sqlite3',
    database: address.file,
    readonly: true,
    fileMustExist: true,
    statementCacheSize: 500,
  };
}

/** No extension is asked for: ids are made in code. */
const PG = { installExtensions: false, applicationName: 'weiterleitungsbuch' } as const;

function commonOptions({ entities, migrations }: DatabaseContents) {
  return {
    entities: [...entities] as Class[],
    migrations: [...migrations] as Class[],
    namingStrategy: new BookNaming(),
    logger: new QuietLogger(),
  } as const;
}

/**
 * Durable at commit, and a transaction takes the write lock when it begins: one that read first
 * and wrote later would be refused when another process wrote in between.
 */
function prepareWriter(handle: SqliteHandle): void {
  handle.pragma(`busy_timeout = ${OPENING_PATIENCE_MS}`);
  handle.pragma('journal_mode = WAL');
  handle.pragma('synchronous = FULL');
  const prepare = handle.prepare.bind(handle);
  handle.prepare = (sql) => prepare(sql === 'BEGIN TRANSACTION' ? 'BEGIN IMMEDIATE' : sql);
}
