import { QueryFailedError } from 'typeorm';
import type { RowsOf } from './typeorm-tx.js';

/** The part of a SQLite connection that is used here. */
export interface SqliteConnection {
  prepare(sql: string): SqliteStatement;
}

interface SqliteStatement {
  /** Whether it answers rows. */
  readonly reader: boolean;
  all(...parameters: unknown[]): unknown[];
  run(...parameters: unknown[]): unknown;
}

const KEPT_MAX = 200;
const PREPARED = new WeakMap<SqliteConnection, Map<string, SqliteStatement>>();

/**
 * Rows of statements on SQLite, which understands each once per connection. A posting is a dozen
 * statements of a few microseconds: what lies between them and the connection must not cost more.
 */
export function rowsOver(connection: SqliteConnection): RowsOf {
  const known = PREPARED.get(connection) ?? new Map<string, SqliteStatement>();
  PREPARED.set(connection, known);
  return (sql, parameters) => {
    const values = parameters.map((value) => (typeof value === 'boolean' ? Number(value) : value));
    try {
      const statement = prepared(connection, known, sql);
      if (statement.reader) return statement.all(...values);
      statement.run(...values);
      return [];
    } catch (error) {
      throw new QueryFailedError(sql, values, error as Error);
    }
  };
}

function prepared(
  connection: SqliteConnection,
  known: Map<string, SqliteStatement>,
  sql: string,
): SqliteStatement {
  const statement = known.get(sql) ?? connection.prepare(sql);
  if (!known.has(sql)) {
    if (known.size >= KEPT_MAX) known.clear(); // lists of many lengths: hardly one comes again
    known.set(sql, statement);
  }
  return statement;
}
