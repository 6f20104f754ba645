import Database from 'better-sqlite3';
import pg from 'pg';
import { AppConfig } from '../../src/platform/config/app-config.js';
import type { OpenedApp } from './open-app.js';

/** Direct SQL past the product, its triggers, keys and checks: what somebody with the file can do. */
export interface Tampering {
  all<Row>(sql: string): Promise<Row[]>;
  /** Runs statements with nothing in the way, in one transaction; the triggers stay as they are. */
  change(...statements: readonly string[]): Promise<void>;
  /** One statement as it is. */
  exec(statement: string): Promise<void>;
}

export async function tamperWith(app: OpenedApp): Promise<Tampering> {
  const { database } = app.get(AppConfig);
  if (database.kind === 'sqlite') return tamperWithFile(database.file);
  await withoutConstraints(database.url);
  return tamperOn(database.url);
}

function tamperWithFile(file: string): Tampering {
  const on = <T>(work: (handle: Database.Database) => T): Promise<T> => {
    const handle = new Database(file);
    try {
      handle.pragma('foreign_keys = off');
      handle.pragma('ignore_check_constraints = on');
      return Promise.resolve(work(handle));
    } finally {
      handle.close();
    }
  };
  return {
    all: (sql) => on((handle) => handle.prepare(sql).all() as never),
    change: (...statements) =>
      on((handle) => {
        const triggers = handle
          .prepare(`select name, sql from sqlite_master where type = 'trigger'`)
          .all() as { name: string; sql: string }[];
        const change = handle.transaction(() => {
          for (const { name } of triggers) handle.exec(`drop trigger "${name}"`);
          for (const statement of statements) handle.exec(statement);
          for (const { sql } of triggers) handle.exec(sql);
        });
        change();
      }),
    exec: (statement) =>
      on((handle) => {
        handle.exec(statement);
      }),
  };
}

function tamperOn(url: string): Tampering {
  const all = async <Row>(sql: string): Promise<Row[]> => {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    try {
      return (await client.query(sql)).rows as Row[];
    } finally {
      await client.end();
    }
  };
  const change = async (...statements: readonly string[]): Promise<void> => {
    // Several statements in one text are one transaction.
    await all(['set local session_replication_role = replica', ...statements].join('; '));
  };
  const exec = async (statement: string): Promise<void> => {
    await all(statement);
  };
  return { all, change, exec };
}

/** Takes away what PostgreSQL would refuse a changed row for; its triggers stay. */
async function withoutConstraints(url: string): Promise<void> {
  const server = tamperOn(url);
  const constraints = await server.all<{ relation: string; name: string }>(
    `select conrelid::regclass::text as relation, conname as name from pg_constraint
     where contype in ('c', 'u', 'f') and (conrelid::regclass::text like 'ledger%' or conrelid::regclass::text like 'audit%')
     order by contype <> 'f'`,
  );
  for (const { relation, name } of constraints) {
    await server.exec(`alter table ${relation} drop constraint "${name}"`);
  }
}
