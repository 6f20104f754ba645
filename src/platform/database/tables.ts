import type { QueryRunner } from 'typeorm';
import { instantCheck, wholeCheck, constraintText, type NamedCheck } from './checks.js';
import { makeAppendOnly } from './append-only.js';
import { engineOf } from './engine.js';

/** A table as a migration writes it: one text for both databases. */
export interface TableText {
  readonly name: string;
  /** `"label" varchar(96) NOT NULL`; days `date`, cents `bigint`, instants `varchar(24)`. */
  readonly columns: readonly string[];
  readonly primaryKey: readonly string[];
  /**
   * On SQLite the rows lie in the order of their key, without a tree for the key beside them: an
   * insert touches a page less. For tables that are written by every command.
   */
  readonly clustered?: true;
  readonly checks?: readonly NamedCheck[];
  /** Unique keys by name: `uq_command_key: ['key']`. */
  readonly unique?: Readonly<Record<string, readonly string[]>>;
  /** Foreign keys by name. Days and sums need none: ids of other modules' revisions have no row. */
  readonly foreignKeys?: Readonly<Record<string, ForeignKeyText>>;
  /** Indexes by name. */
  readonly indexes?: Readonly<Record<string, readonly string[]>>;
}

interface ForeignKeyText {
  readonly columns: readonly string[];
  readonly table: string;
  readonly references: readonly string[];
  /** Looked at when the transaction commits, not before. */
  readonly deferred?: true;
}

export async function createTable(runner: QueryRunner, table: TableText): Promise<void> {
  const { name, columns, primaryKey, checks = [], unique = {}, foreignKeys = {} } = table;
  const parts = [
    ...columns,
    ...Object.entries(unique).map(
      ([key, names]) => `CONSTRAINT "${key}" UNIQUE (${quoted(names)})`,
    ),
    ...checks.map(constraintText),
    ...Object.entries(foreignKeys).map(
      ([key, target]) =>
        `CONSTRAINT "${key}" FOREIGN KEY (${quoted(target.columns)}) ` +
        `REFERENCES "${target.table}" (${quoted(target.references)}) ` +
        `ON DELETE NO ACTION ON UPDATE NO ACTION` +
        (target.deferred ? ' DEFERRABLE INITIALLY DEFERRED' : ''),
    ),
    `CONSTRAINT "pk_${name}" PRIMARY KEY (${quoted(primaryKey)})`,
  ];
  const kind = table.clustered && engineOf(runner) === 'sqlite' ? ' WITHOUT ROWID' : '';
  await runner.query(`CREATE TABLE "${name}" (${parts.join(', ')})${kind}`);
  for (const [key, names] of Object.entries(table.indexes ?? {})) {
    await runner.query(`CREATE INDEX "${key}" ON "${name}" (${quoted(names)})`);
  }
}

/** A further column of a table that is there already; it may be null, for the rows have no value. */
export async function addColumn(
  runner: QueryRunner,
  table: string,
  column: string,
  check?: NamedCheck,
): Promise<void> {
  const rule = check === undefined ? '' : ` ${constraintText(check)}`;
  await runner.query(`ALTER TABLE "${table}" ADD COLUMN ${column}${rule}`);
}

/** A table of facts with revisions: the columns of `RevisionColumns` and the fact's own. */
export async function createRevisionTable(
  runner: QueryRunner,
  table: Omit<TableText, 'primaryKey'>,
): Promise<void> {
  await createTable(runner, {
    ...table,
    columns: [...REVISION_COLUMNS, ...table.columns],
    checks: [...revisionChecks(table.name), ...(table.checks ?? [])],
    primaryKey: ['id', 'revision'],
  });
  await makeAppendOnly(runner, table.name);
}

/** The checks that each revision table has; its entity names them too. */
export function revisionChecks(table: string): readonly NamedCheck[] {
  return [wholeCheck(table, 'revision', 1), instantCheck(table, 'recorded_at')];
}

const REVISION_COLUMNS = [
  `"id" varchar(64) NOT NULL`,
  `"revision" integer NOT NULL`,
  `"recorded_at" varchar(24) NOT NULL`,
  `"recorded_by" varchar(96) NOT NULL`,
  `"reason" text NOT NULL`,
  `"withdrawn" boolean NOT NULL`,
];

function quoted(names: readonly string[]): string {
  return names.map((name) => `"${name}"`).join(', ');
}
