import type { EntityTarget, ObjectLiteral, Repository } from 'typeorm';
import type { SqlValue } from './unit-of-work.js';

/** Reads committed rows, beside the writer; a write through it is refused by the database. */
export abstract class Reader {
  abstract all<Row>(sql: string, parameters?: readonly SqlValue[]): Promise<Row[]>;
  abstract repository<Entity extends ObjectLiteral>(
    entity: EntityTarget<Entity>,
  ): Pick<Repository<Entity>, 'find' | 'findOne' | 'count' | 'createQueryBuilder'>;

  /**
   * All that `work` reads is the book of one moment, however long it takes and whatever is
   * written meanwhile. For long work: it opens a connection of its own.
   */
  abstract snapshot<T>(work: (reader: Reader) => Promise<T>): Promise<T>;
}
