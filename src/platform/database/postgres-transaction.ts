import { strict as assert } from 'node:assert';
import type { DataSource, QueryRunner } from 'typeorm';
import type { Instant } from '../../domain/calendar/instant.js';
import { allAnswered } from './all-answered.js';
import type { RevisionWatchers } from './revision-watchers.js';
import { preparedRows, sent, type PostgresConnection } from './prepared-statements.js';
import { TypeormTx, type RowsOf } from './typeorm-tx.js';

/**
 * A transaction on a connection of its own. Its beginning goes out together with the first
 * statement and its end with the last: neither costs a way there and back.
 */
export class PostgresTransaction {
  readonly tx: TypeormTx;
  private readonly begun: Promise<unknown>;

  private constructor(
    private readonly runner: QueryRunner,
    private readonly connection: PostgresConnection,
    at: Instant,
    watchers: RevisionWatchers | undefined,
  ) {
    const rowsOf: RowsOf = (sql, parameters) => preparedRows(connection, sql, [...parameters]);
    this.tx = new TypeormTx(runner, at, rowsOf, watchers);
    this.setActive(true);
    this.begun = sent(this.connection, { text: 'START TRANSACTION' });
    this.begun.catch(passOver); // told by `commit`
  }

  /** @param watchers who hears of each revision */
  static async begin(
    writer: DataSource,
    at: Instant,
    watchers?: RevisionWatchers,
  ): Promise<PostgresTransaction> {
    const runner = writer.createQueryRunner();
    const connection = (await runner.connect()) as PostgresConnection;
    return new PostgresTransaction(runner, connection, at, watchers);
  }

  /**
   * Resolves when all of it is on disk.
   * @param last sends the last statement
   * @throws QueryFailedError of the statement that failed, or of what is looked at on commit
   */
  async commit(last?: () => Promise<void>): Promise<void> {
    const lastAnswered = last?.();
    this.tx.close();
    const committed = sent(this.connection, { text: 'COMMIT' });
    await allAnswered([this.begun, lastAnswered, committed]);
    const { command } = await committed;
    this.setActive(false);
    assert(command === 'COMMIT', 'a statement failed, was passed over, and nothing is on disk');
    this.tx.committed();
  }

  /** Takes everything back, if there still is anything. */
  async rollBack(): Promise<void> {
    this.tx.close();
    await sent(this.connection, { text: 'ROLLBACK' }).catch(passOver);
    this.setActive(false);
  }

  async release(): Promise<void> {
    await this.runner.release();
  }

  /** TypeORM is told: its repositories would begin and end a transaction of their own. */
  private setActive(isTransactionActive: boolean): void {
    Object.assign(this.runner, { isTransactionActive });
  }
}

/** Of several failures the first is told; one that was told is not told again. */
function passOver(): void {
  // nothing is left to do
}
