import { strict as assert } from 'node:assert';
import type { QueryRunner } from 'typeorm';
import { engineOf } from './engine.js';

/**
 * Makes a table append-only by the database itself: update, delete, truncate and, on SQLite,
 * `INSERT OR REPLACE` are refused with "<table>: append-only". The table is noted in
 * `append_only_table`, so that a check can ask whether each of them is still guarded.
 *
 * On SQLite such a table does not take `on conflict do nothing` for a key that exists. Call it
 * after the table's unique indexes are made, and again for an index that is added later.
 */
export async function makeAppendOnly(runner: QueryRunner, table: string): Promise<void> {
  assert(/^[a-z_]+$/.test(table), 'a table has a plain name');
  const triggers = await appendOnlyTriggers(runner, table);
  for (const [name, text] of Object.entries(triggers)) {
    const on = engineOf(runner) === 'postgres' ? ` on "${table}"` : '';
    await runner.query(`drop trigger if exists "${name}"${on}`);
    await runner.query(text);
  }
  await runner.query(
    `insert into append_only_table (name) select '${table}'
     where not exists (select 1 from append_only_table where name = '${table}')`,
  );
}

/** The function that PostgreSQL's triggers call; made once, by the first migration. */
export const REFUSE_CHANGE_FUNCTION = `
  create function refuse_change() returns trigger language plpgsql as $$
  begin
    raise exception '%: append-only', tg_table_name using errcode = '23001';
  end $$`;

/** Name and text of each trigger that guards the table, as it must stand in the database. */
export async function appendOnlyTriggers(
  runner: QueryRunner,
  table: string,
): Promise<Readonly<Record<string, string>>> {
  if (engineOf(runner) === 'postgres') {
    const name = `${table}_append_only`;
    return {
      [name]:
        `create trigger "${name}" before update or delete or truncate on "${table}" ` +
        `for each statement execute function refuse_change()`,
    };
  }
  const refusal = `begin select raise(abort, '${table}: append-only'); end`;
  const taken = await takenCondition(runner, table);
  return {
    [`${table}_no_update`]: `create trigger "${table}_no_update" before update on "${table}" ${refusal}`,
    [`${table}_no_delete`]: `create trigger "${table}_no_delete" before delete on "${table}" ${refusal}`,
    [`${table}_no_replace`]:
      `create trigger "${table}_no_replace" before insert on "${table}" ` +
      `when exists (select 1 from "${table}" where ${taken}) ${refusal}`,
  };
}

interface IndexRow {
  readonly name: string;
  readonly unique: number;
  /** `pk`, `u` (constraint) or `c` (index). */
  readonly origin: string;
  readonly partial: number;
}

/**
 * SQLite deletes in silence the row whose key a replacing insert takes: no key may be taken, nor
 * the hidden row number (-1 where the insert names none), if the table has one.
 */
async function takenCondition(runner: QueryRunner, table: string): Promise<string> {
  const columns = await rows<{ name: string; pk: number }>(runner, `pragma table_info("${table}")`);
  const primaryKey = columns.filter(({ pk }) => pk > 0);
  assert(primaryKey.length > 0, `${table} has no key`);
  const isClustered = (await textOf(runner, 'table', table)).endsWith('WITHOUT ROWID');
  const keys = [...(isClustered ? [] : ['rowid = new.rowid']), same(primaryKey)];
  const indexes = await rows<IndexRow>(runner, `pragma index_list("${table}")`);
  for (const { name, partial } of indexes.filter(isOtherKey)) {
    const indexed = await rows<{ name: string }>(runner, `pragma index_info("${name}")`);
    keys.push(partial === 1 ? `${same(indexed)} and ${await partOf(runner, name)}` : same(indexed));
  }
  return keys.map((key) => `(${key})`).join(' or ');
}

function isOtherKey({ unique, origin }: IndexRow): boolean {
  return unique === 1 && origin !== 'pk';
}

function same(columns: readonly { readonly name: string }[]): string {
  return columns.map(({ name }) => `"${name}" = new."${name}"`).join(' and ');
}

/** The condition of a partial index. */
async function partOf(runner: QueryRunner, index: string): Promise<string> {
  const condition = / where (.+)$/is.exec(await textOf(runner, 'index', index))?.[1];
  assert(condition !== undefined, `${index} tells no condition`);
  return `(${condition})`;
}

/** How the table or index was made. */
async function textOf(runner: QueryRunner, type: 'table' | 'index', name: string): Promise<string> {
  const sql = `select sql from sqlite_master where type = '${type}' and name = '${name}'`;
  const [row] = await rows<{ sql: string }>(runner, sql);
  return row?.sql ?? '';
}

async function rows<Row>(runner: QueryRunner, sql: string): Promise<Row[]> {
  return (await runner.query(sql)) as Row[];
}
