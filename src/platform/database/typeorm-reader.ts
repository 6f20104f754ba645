import type { DataSource, EntityTarget, ObjectLiteral, Repository } from 'typeorm';
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
}
