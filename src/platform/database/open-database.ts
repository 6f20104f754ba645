import { DataSource, type DataSourceOptions } from 'typeorm';
import { engineOf } from './engine.js';
import { migrate } from './migrate.js';
import { PostgresUnitOfWork } from './postgres-unit-of-work.js';
import { SqliteUnitOfWork } from './sqlite-unit-of-work.js';
import type { TypeormUnitOfWork, UnitOfWorkParts } from './typeorm-unit-of-work.js';

/** Connects the writer and brings the tables up to date. */
export async function openWriter(options: DataSourceOptions): Promise<DataSource> {
  const writer = new DataSource(options);
  await writer.initialize();
  try {
    await migrate(writer);
  } catch (error) {
    await writer.destroy();
    throw error;
  }
  return writer;
}

/** Connects the reader; the tables must be there. */
export async function openReader(options: DataSourceOptions): Promise<DataSource> {
  return new DataSource(options).initialize();
}

export function unitOfWorkOn(writer: DataSource, parts: UnitOfWorkParts): TypeormUnitOfWork {
  return engineOf(writer) === 'postgres'
    ? new PostgresUnitOfWork(writer, parts)
    : new SqliteUnitOfWork(writer, parts);
}
