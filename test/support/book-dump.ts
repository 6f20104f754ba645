import type { DataSource } from 'typeorm';
import { engineOf } from '../../src/platform/database/engine.js';

/** All rows of all tables, as texts in order: two dumps are equal if the book is as it was. */
export type BookDump = Readonly<Record<string, readonly string[]>>;

const TABLES = {
  sqlite: `select name from sqlite_master where type = 'table' and name not like 'sqlite_%'`,
  postgres: `select table_name as name from information_schema.tables where table_schema = 'public'`,
} as const;

/** A row as it stands in a dump. */
const ROWS = {
  sqlite: (table: string) => `select * from "${table}"`,
  postgres: (table: string) => `select t::text as row from "${table}" t`,
} as const;

/** What a book has before anybody states a fact: its tables, its purpose, the marks of changes. */
export const WITHOUT_FACTS = [
  ...(['append_only_table', 'book', 'book_upgrade', 'change', 'migrations'] as const),
  // the chart of accounts, and its links of the chain
  ...(['ledger_account', 'ledger_chain', 'ledger_hold', 'ledger_unchained'] as const),
] as const;

/** Who signed in and who tried: no state of the book. */
const WAY_IN: readonly string[] = ['attempt_limit', 'session'];

/** @param except tables that are left out */
export async function dumpOf(
  source: DataSource,
  except: readonly string[] = [],
): Promise<BookDump> {
  const engine = engineOf(source);
  const tables = await source.query<{ name: string }[]>(TABLES[engine]);
  const dump: Record<string, readonly string[]> = {};
  for (const { name } of tables.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    if (except.includes(name) || WAY_IN.includes(name)) continue;
    const rows = await source.query<object[]>(ROWS[engine](name));
    dump[name] = rows.map((row) => JSON.stringify(row)).toSorted();
  }
  return dump;
}
