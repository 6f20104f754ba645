import { engineOf } from '../../src/platform/database/engine.js';
import type { TestBook } from './test-book.js';

const TABLES = [
  ...['ledger_chain', 'ledger_unchained', 'ledger_posting', 'ledger_entry', 'ledger_balance'],
  ...['ledger_assignment', 'ledger_period', 'ledger_account', 'book_upgrade'],
];

/** Makes of a book what it was before there was a ledger: its tables are empty, by direct SQL. */
export async function withoutLedger({ writer }: TestBook): Promise<void> {
  const runner = writer.createQueryRunner();
  if (engineOf(runner) === 'postgres') {
    await runner.startTransaction();
    await runner.query('set local session_replication_role = replica');
    for (const table of TABLES) await runner.query(`delete from ${table}`);
    await runner.commitTransaction();
    await runner.release();
    return;
  }
  const guards = (await runner.query(
    `select name, sql from sqlite_master where type = 'trigger' and name like '%_no_delete'`,
  )) as readonly { readonly name: string; readonly sql: string }[];
  for (const { name } of guards) await runner.query(`drop trigger "${name}"`);
  for (const table of TABLES) await runner.query(`delete from ${table}`);
  for (const { sql } of guards) await runner.query(sql);
}
