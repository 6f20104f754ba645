import type { EntityTarget, ObjectLiteral, Repository } from 'typeorm';
import type { SqlValue } from './unit-of-work.js';

/** Reads committed rows, beside the writer; a write through it is refused by the database. */
export abstract class Reader {
  abstract all<Row>(sql: string, parameters?: readonly SqlValue[]): Promise<Row[]>;
  abstract repository<Entity extends ObjectLiteral>(
    entity: EntityTarget<Entity>,
  ): Pick<Repository<Entity>, 'find' | 'findOne' | 'count' | 'createQueryBuilder'>;
}
