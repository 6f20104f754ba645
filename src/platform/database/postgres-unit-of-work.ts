import { setTimeout as pause } from 'node:timers/promises';
import type { DataSource } from 'typeorm';
import { mayBeRunAgain, refusalFor } from './database-failure.js';
import { BookBusy } from './database.errors.js';
import { PostgresTransaction } from './postgres-transaction.js';
import { TypeormUnitOfWork, type UnitOfWorkParts } from './typeorm-unit-of-work.js';
import type { Tx } from './unit-of-work.js';

const ATTEMPTS_MAX = 10;
const PAUSE_MS = 5;

/** A transaction per command; one that lost a race (deadlock, serialisation) is run again. */
export class PostgresUnitOfWork extends TypeormUnitOfWork {
  private readonly underWay = new Set<Promise<unknown>>();

  constructor(
    private readonly writer: DataSource,
    parts: UnitOfWorkParts,
  ) {
    super(parts);
  }

  run<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.follow(this.runUntilSettled(work, true));
  }

  note<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.follow(this.runUntilSettled(work, false));
  }

  async idle(): Promise<void> {
    await Promise.allSettled(this.underWay);
  }

  private async follow<T>(answer: Promise<T>): Promise<T> {
    this.underWay.add(answer);
    try {
      return await answer;
    } finally {
      this.underWay.delete(answer);
    }
  }

  private async runUntilSettled<T>(work: (tx: Tx) => Promise<T>, marks: boolean): Promise<T> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.attempt(work, marks);
      } catch (error) {
        if (!mayBeRunAgain(error)) throw refusalFor(error, this.parts.refusals);
        if (attempt >= ATTEMPTS_MAX) throw new BookBusy({});
      }
      await pause(Math.random() * PAUSE_MS * 2 ** attempt);
    }
  }

  private async attempt<T>(work: (tx: Tx) => Promise<T>, marks: boolean): Promise<T> {
    const { clock, watchers } = this.parts;
    const transaction = await PostgresTransaction.begin(this.writer, clock.now(), watchers);
    const { tx } = transaction;
    try {
      const result = await work(tx);
      await tx.settle();
      await transaction.commit(marks ? () => this.markChange(tx) : undefined);
      if (marks) this.parts.hooks?.committed();
      return result;
    } catch (error) {
      await transaction.rollBack();
      throw error;
    } finally {
      await transaction.release();
    }
  }
}
