import type { DataSource, QueryRunner } from 'typeorm';

/** The two kinds of database that a book may lie in. */
export type Engine = 'sqlite' | 'postgres';

export function engineOf(source: DataSource | QueryRunner): Engine {
  const { type } = 'options' in source ? source.options : source.dataSource.options;
  return type === 'postgres' ? 'postgres' : 'sqlite';
}

const NUMBERED = new Map<string, string>();

/** Writes `?` as `$1`, `$2` … where PostgreSQL runs the statement; quoted text stays as it is. */
export function statementFor(engine: Engine, sql: string): string {
  if (engine === 'sqlite') return sql;
  let text = NUMBERED.get(sql);
  if (text === undefined) {
    let count = 0;
    text = sql.replace(/'[^']*'|\?/g, (part) => (part === '?' ? `$${++count}` : part));
    if (NUMBERED.size < 1000) NUMBERED.set(sql, text);
  }
  return text;
}
