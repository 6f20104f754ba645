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
const CONNECT_PATIENCE_MS = 15_000;
const OPENING_PATIENCE_MS = 10_000;

/** The part of a SQLite connection that is set up here. */
interface SqliteHandle {
  pragma(text: string): unknown;
  prepare(sql: string): unknown;
}

/** The one connection (SQLite) or the connections (PostgreSQL) that write. */
export function writerOptions(
  address: DatabaseAddress,
  contents: DatabaseContents,
): DataSourceOptions {
  const common = commonOptions(contents);
  if (address.kind === 'postgres') {
    return {
      ...postgresOptions(address.url, WRITER_SETTINGS, AT_ONCE),
      ...{ ...common, poolSize: POSTGRES_WRITERS },
    };
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
    return {
      ...postgresOptions(address.url, ['default_transaction_read_only=on']),
      ...{ ...common, poolSize: POSTGRES_READERS },
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

/**
 * A transaction sees what is committed before each of its statements, and what is acknowledged is on
 * disk, whatever the server's habit.
 */
const WRITER_SETTINGS = [
  'idle_in_transaction_session_timeout=60000',
  'synchronous_commit=on',
  String.raw`default_transaction_isolation=read\ committed`,
];

/** A statement is sent without waiting for the answer of the one before. */
const AT_ONCE = { pipeline: true } as const;

/** No extension is asked for: ids are made in code. The settings hold in each session. */
function postgresOptions(url: string, settings: readonly string[], habits: object = {}) {
  return {
    type: 'postgres',
    url,
    installExtensions: false,
    applicationName: 'weiterleitungsbuch',
    connectTimeoutMS: CONNECT_PATIENCE_MS,
    extra: { ...habits, options: settings.map((setting) => `-c ${setting}`).join(' ') },
  } as const;
}

function commonOptions({ entities, migrations }: DatabaseContents) {
  return {
    entities: [...entities] as Class[],
    migrations: [...migrations] as Class[],
    namingStrategy: new BookNaming(),
    logger: new QuietLogger(),
  } as const;
}

/** Frames in the log after which a commit moves them into the book: 32 MiB instead of 4. */
const CHECKPOINT_FRAMES = 8_000;

/**
 * Durable at commit, and a transaction takes the write lock when it begins: one that read first
 * and wrote later would be refused when another process wrote in between.
 * What a savepoint would take back is kept in memory: each command is one, and a file for each
 * costs more than the command.
 */
function prepareWriter(handle: SqliteHandle): void {
  handle.pragma(`busy_timeout = ${OPENING_PATIENCE_MS}`);
  handle.pragma('journal_mode = WAL');
  handle.pragma('synchronous = FULL');
  handle.pragma('temp_store = MEMORY');
  handle.pragma(`wal_autocheckpoint = ${CHECKPOINT_FRAMES}`);
  const prepare = handle.prepare.bind(handle);
  handle.prepare = (sql) => prepare(sql === 'BEGIN TRANSACTION' ? 'BEGIN IMMEDIATE' : sql);
}
