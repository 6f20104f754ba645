import {
  DataSource,
  type EntityTarget,
  type ObjectLiteral,
  type QueryRunner,
  type Repository,
} from 'typeorm';
import { engineOf, statementFor } from './engine.js';
import { Reader } from './reader.js';
import type { SqlValue } from './unit-of-work.js';

/** Reads through connections that the database keeps from writing. */
export class TypeormReader extends Reader {
  constructor(private readonly dataSource: DataSource) {
    super();
  }

  async all<Row>(sql: string, parameters: readonly SqlValue[] = []): Promise<Row[]> {
    const statement = statementFor(engineOf(this.dataSource), sql);
    return this.dataSource.query<Row[]>(statement, [...parameters]);
  }

  repository<Entity extends ObjectLiteral>(entity: EntityTarget<Entity>): Repository<Entity> {
    return this.dataSource.getRepository(entity);
  }

  async snapshot<T>(work: (reader: Reader) => Promise<T>): Promise<T> {
    if (engineOf(this.dataSource) === 'postgres') return inSnapshot(this.dataSource, work);
    // On SQLite all reading shares one connection: what must stand still needs another.
    const own = await new DataSource({ ...this.dataSource.options }).initialize();
    try {
      return await inSnapshot(own, work);
    } finally {
      await own.destroy();
    }
  }
}

/** Reads within one transaction, which sees the book of its beginning. */
class SnapshotReader extends Reader {
  constructor(private readonly runner: QueryRunner) {
    super();
  }

  async all<Row>(sql: string, parameters: readonly SqlValue[] = []): Promise<Row[]> {
    const statement = statementFor(engineOf(this.runner), sql);
    return (await this.runner.query(statement, [...parameters])) as Row[];
  }

  repository<Entity extends ObjectLiteral>(entity: EntityTarget<Entity>): Repository<Entity> {
    return this.runner.manager.getRepository(entity);
  }

  snapshot<T>(work: (reader: Reader) => Promise<T>): Promise<T> {
    return work(this);
  }
}

async function inSnapshot<T>(source: DataSource, work: (reader: Reader) => Promise<T>): Promise<T> {
  const runner = source.createQueryRunner();
  try {
    if (engineOf(source) === 'postgres') await runner.startTransaction('REPEATABLE READ');
    else await runner.startTransaction();
    return await work(new SnapshotReader(runner));
  } finally {
    if (runner.isTransactionActive) await runner.rollbackTransaction();
    await runner.release();
  }
}
