import { createTable } from '../../src/platform/database/tables.js';
import {
  appendOnlyTriggers,
  catalogOf,
  makeAppendOnly,
} from '../../src/platform/database/append-only.js';
import { bookOnEachDatabase, type TestDatabase } from '../support/on-each-database.js';
import { OTHER_TRIGGERS } from './expected-triggers.js';

interface TriggerRow {
  readonly name: string;
  readonly text: string;
}

const TRIGGERS = {
  sqlite: `select name, sql as text from sqlite_master where type = 'trigger' order by name`,
  postgres: `select tgname as name, pg_get_triggerdef(oid) as text
    from pg_trigger where not tgisinternal order by tgname`,
};

/** Each database writes a trigger back in its own order and spelling. */
const words = (text: string): string[] =>
  text
    .toLowerCase()
    .replace(/"|public\./g, '')
    .split(/\s+|(?=[()])|(?<=[()])/)
    .filter((word) => word !== '')
    .sort();

bookOnEachDatabase((database) => {
  const sql = <Row>(text: string): Promise<Row[]> => database.book.writer.query<Row[]>(text);
  const tables = async (): Promise<string[]> => {
    const rows = await sql<{ name: string }>('select name from append_only_table order by name');
    return rows.map(({ name }) => name);
  };

  it('has just the triggers that are expected', async () => {
    const runner = database.book.writer.createQueryRunner();
    const guards: Record<string, string> = {};
    for (const table of await tables()) {
      Object.assign(guards, await appendOnlyTriggers(catalogOf(runner), table));
    }
    await runner.release();
    const others = Object.values(OTHER_TRIGGERS).flatMap((by) => by[database.engine]);
    const found = await sql<TriggerRow>(TRIGGERS[database.engine]);
    expect(found.map(({ name }) => name)).toEqual([...Object.keys(guards), ...others].sort());
    for (const { name, text } of found.filter((trigger) => trigger.name in guards)) {
      expect(words(text)).toEqual(words(guards[name] ?? ''));
    }
  });

  it('refuses update, delete and truncate of each table that only grows', async () => {
    expect(await tables()).toContain('change');
    for (const table of await tables()) {
      for (const change of await changesOf(database, table)) {
        await expect(sql(change)).rejects.toThrow(
          new RegExp(`${table}: append-only|cannot truncate a table referenced`),
        );
      }
    }
  });

  it('refuses to replace a row by its key or by a unique index, also a partial one', async () => {
    const runner = database.book.writer.createQueryRunner();
    await createTable(runner, {
      name: 'sample',
      columns: [`"id" varchar(8) NOT NULL`, `"code" varchar(8) NOT NULL`, `"kind" varchar(8)`],
      primaryKey: ['id'],
      unique: { uq_sample_code: ['code'] },
    });
    await runner.query(
      `CREATE UNIQUE INDEX "ux_sample_kind" ON "sample" ("kind") WHERE kind = 'one'`,
    );
    await makeAppendOnly(runner, 'sample');
    await runner.query(`insert into sample values ('a', 'x', 'one')`);
    await runner.query(`insert into sample values ('b', 'y', null)`);
    await runner.query(`insert into sample values ('c', 'z', null)`);
    const insertion = database.engine === 'sqlite' ? 'insert or replace' : 'insert';
    for (const values of [`'a', 'q', null`, `'q', 'x', null`, `'q', 'q', 'one'`]) {
      await expect(runner.query(`${insertion} into sample values (${values})`)).rejects.toThrow();
    }
    if (database.engine === 'sqlite') {
      const byRow = `insert or replace into sample (rowid, id, code) values (1, 'q', 'q')`;
      await expect(runner.query(byRow)).rejects.toThrow('sample: append-only');
    }
    expect(await sql('select id, code, kind from sample order by id')).toHaveLength(3);
    await runner.query('drop table sample');
    await runner.release();
  });
});

/**
 * Statements that would change the table. SQLite's triggers see rows only, so the table gets one:
 * past keys and checks, and past the triggers that are not the matter here.
 */
async function changesOf({ book, engine }: TestDatabase, table: string): Promise<string[]> {
  interface ColumnRow {
    readonly name: string;
    readonly type: string;
  }
  if (engine === 'postgres') {
    const [column] = await book.writer.query<{ name: string }[]>(
      `select column_name as name from information_schema.columns where table_name = '${table}'`,
    );
    const name = column?.name ?? '';
    return [`update ${table} set ${name} = ${name}`, `delete from ${table}`, `truncate ${table}`];
  }
  const columns = await book.writer.query<ColumnRow[]>(`pragma table_info("${table}")`);
  const names = columns.map(({ name }) => name).join(', ');
  const values = columns.map(({ type }) => (/int|bool/i.test(type) ? '1' : `'x-${table}'`));
  for (const trigger of OTHER_TRIGGERS_OF_SQLITE)
    await book.writer.query(`drop trigger if exists ${trigger}`);
  await book.writer.query('pragma foreign_keys = off');
  await book.writer.query('pragma ignore_check_constraints = on');
  const row = `into ${table} (${names}) values (${values.join(', ')})`;
  await book.writer.query(`insert ${row}`);
  const [first] = columns;
  const name = first?.name ?? '';
  return [
    `update ${table} set ${name} = ${name}`,
    `delete from ${table}`,
    `insert or replace ${row}`,
    `insert ${row} on conflict do update set ${name} = 'y'`,
  ];
}

const OTHER_TRIGGERS_OF_SQLITE = Object.values(OTHER_TRIGGERS).flatMap(({ sqlite }) => sqlite);
