import type { EventEmitter } from 'node:events';
import { DataSource, type DataSourceOptions } from 'typeorm';
import { BookNotOpened, reasonFor } from './book-not-opened.js';
import { engineOf } from './engine.js';
import { migrate } from './migrate.js';
import { PostgresUnitOfWork } from './postgres-unit-of-work.js';
import { SqliteUnitOfWork } from './sqlite-unit-of-work.js';
import type { TypeormUnitOfWork, UnitOfWorkParts } from './typeorm-unit-of-work.js';

/**
 * Connects the writer and brings the tables up to date.
 *
 * @throws BookNotOpened if there is no book to be had at the address, or a newer one.
 */
export async function openWriter(options: DataSourceOptions): Promise<DataSource> {
  const writer = await connected(options);
  try {
    await ensureUnicode(writer);
    await migrate(writer);
    await ensureKnown(writer);
  } catch (error) {
    await writer.destroy();
    throw error;
  }
  return writer;
}

/** Connects the reader; the tables must be there. */
export async function openReader(options: DataSourceOptions): Promise<DataSource> {
  return connected(options);
}

async function connected(options: DataSourceOptions): Promise<DataSource> {
  try {
    if (options.type === 'postgres') await keepDaysAsText();
    const source = await new DataSource(options).initialize();
    if (options.type === 'postgres') listenAlways(source);
    return source;
  } catch (error) {
    throw new BookNotOpened(options, reasonFor(error), error);
  }
}

/**
 * A server that is shut down ends connections, also in the blink between the pool, which no longer
 * listens to one, and who asked for it. That costs a command its answer, never the process its life.
 */
function listenAlways({ driver }: DataSource): void {
  const { master } = driver as unknown as { readonly master: EventEmitter };
  master.on('acquire', (client: EventEmitter) =>
    client.off('error', passOver).on('error', passOver),
  );
}

/** Whoever works on the connection is told by the statement that fails. */
function passOver(): void {
  // nothing is left to do
}

/** A raw day stays the text that it is: a `Date` at local midnight would be another day in UTC. */
async function keepDaysAsText(): Promise<void> {
  const { default: pg } = await import('pg'); // here, for SQLite does without it
  pg.types.setTypeParser(pg.types.builtins.DATE, (day: string) => day);
}

/** A database in another encoding refuses a dash, or counts and compares bytes instead of letters. */
async function ensureUnicode(writer: DataSource): Promise<void> {
  if (engineOf(writer) !== 'postgres') return;
  const [row] = await writer.query<{ server_encoding: string }[]>('show server_encoding');
  const encoding = row?.server_encoding ?? '';
  if (encoding === 'UTF8') return;
  const reason = `die Datenbank hält Text als ${encoding}; angelegt sein muss sie mit UTF8.`;
  throw new BookNotOpened(writer.options, reason);
}

/** A book that a later version has changed is not written by an earlier one. */
async function ensureKnown(writer: DataSource): Promise<void> {
  const rows = await writer.query<{ name: string }[]>('select name from migrations order by id');
  const known = new Set(writer.migrations.map(({ name }) => name));
  const unknown = rows.find(({ name }) => !known.has(name));
  if (unknown !== undefined) {
    const reason = `eine neuere Version des Programms hat es geändert (${unknown.name}).`;
    throw new BookNotOpened(writer.options, reason);
  }
}

export function unitOfWorkOn(writer: DataSource, parts: UnitOfWorkParts): TypeormUnitOfWork {
  return engineOf(writer) === 'postgres'
    ? new PostgresUnitOfWork(writer, parts)
    : new SqliteUnitOfWork(writer, parts);
}
