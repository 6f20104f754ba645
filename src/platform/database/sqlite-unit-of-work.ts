import { AsyncResource } from 'node:async_hooks';
import { setImmediate as nextTurn, setTimeout as pause } from 'node:timers/promises';
import type { DataSource } from 'typeorm';
import { databaseCode, refusalFor } from './database-failure.js';
import { BookBusy } from './database.errors.js';
import { rowsOver, type SqliteConnection } from './sqlite-statements.js';
import { TypeormTx } from './typeorm-tx.js';
import { TypeormUnitOfWork, type UnitOfWorkParts } from './typeorm-unit-of-work.js';
import type { Tx } from './unit-of-work.js';

/** A command that waits for its turn, and how it is answered. */
interface Waiting {
  readonly work: (tx: Tx) => Promise<unknown>;
  /** Whether the book counts as changed by it. */
  readonly marks: boolean;
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: unknown) => void;
}

/** How a command ended within its group; it is told once the group is on disk. */
interface Settled {
  readonly marks: boolean;
  readonly answer: () => void;
}

const GROUP_MAX = 64;
const BUSY_PATIENCE_MS = 15_000;
const BUSY_PAUSE_MAX_MS = 50;

/**
 * One writer: commands that wait share one durable commit, each in its own savepoint, and are
 * answered after the commit. Inside `work` nothing but the transaction may be awaited, above all
 * not another `run`: all who wait would wait for it.
 */
export class SqliteUnitOfWork extends TypeormUnitOfWork {
  private readonly waiting: Waiting[] = [];
  private draining: Promise<void> | undefined;

  constructor(
    private readonly writer: DataSource,
    parts: UnitOfWorkParts,
  ) {
    super(parts);
  }

  run<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.wait(work, true);
  }

  note<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.wait(work, false);
  }

  async idle(): Promise<void> {
    await this.draining;
  }

  private wait<T>(work: (tx: Tx) => Promise<T>, marks: boolean): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      // The group runs in the name of whoever came first; each command in that of its own caller.
      const own = AsyncResource.bind(work);
      this.waiting.push({ work: own, marks, resolve: resolve as Waiting['resolve'], reject });
      this.draining ??= this.drain();
    });
  }

  private async drain(): Promise<void> {
    await nextTurn(); // commands of the same turn come into one group
    while (this.waiting.length > 0) {
      const group = this.waiting.splice(0, GROUP_MAX);
      await this.commit(group).catch((error: unknown) => {
        for (const { reject } of group) reject(error); // who was answered before stays answered
      });
      await nextTurn(); // lets requests and readers in
    }
    this.draining = undefined;
  }

  /** A group that fails as a whole is run again one by one: only who caused it is refused. */
  private async commit(group: readonly Waiting[]): Promise<void> {
    try {
      await this.begin();
    } catch (error) {
      for (const { reject } of group) reject(error);
      return;
    }
    try {
      const settled = await this.runGroup(group);
      for (const { answer } of settled) answer();
    } catch (error) {
      await this.rollBack();
      const [only, ...others] = group;
      if (only && others.length === 0) only.reject(refusalFor(error, this.parts.refusals));
      else for (const command of group) await this.commit([command]);
    }
  }

  /** A group of refusals and notes only has changed nothing that counts, and leaves no mark. */
  private async runGroup(group: readonly Waiting[]): Promise<Settled[]> {
    const runner = this.writer.createQueryRunner();
    const rowsOf = rowsOver((await runner.connect()) as SqliteConnection);
    const { clock, watchers } = this.parts;
    const open = (): TypeormTx => new TypeormTx(runner, clock.now(), rowsOf, watchers);
    const settled: Settled[] = [];
    for (const command of group) settled.push(await this.runInSavepoint(command, open()));
    if (settled.some(({ marks }) => marks)) {
      const tx = open();
      await this.parts.hooks?.groupEnds(tx);
      await this.markChange(tx);
    }
    await runner.commitTransaction();
    return settled;
  }

  private async runInSavepoint(
    { work, marks, resolve, reject }: Waiting,
    tx: TypeormTx,
  ): Promise<Settled> {
    await tx.run('savepoint command');
    try {
      const result = await work(tx);
      await tx.settle();
      await tx.run('release command');
      tx.close();
      const answer = (): void => {
        tx.committed();
        resolve(result);
      };
      return { marks, answer };
    } catch (error) {
      await takeBack(tx).catch(() => {
        throw error; // nothing left to roll back to: the group fails, and says why
      });
      tx.close();
      const answer = (): void => {
        reject(refusalFor(error, this.parts.refusals));
      };
      return { marks: false, answer };
    }
  }

  /** Another process may be writing (the console beside the service): waits without blocking. */
  private async begin(): Promise<void> {
    let waited = 0;
    for (let wait = 1; ; wait = Math.min(wait * 2, BUSY_PAUSE_MAX_MS)) {
      try {
        await this.writer.createQueryRunner().startTransaction();
        return;
      } catch (error) {
        const busy = databaseCode(error)?.startsWith('SQLITE_BUSY') === true;
        if (!busy || waited >= BUSY_PATIENCE_MS) {
          await this.rollBack();
          throw busy ? new BookBusy({}) : error;
        }
      }
      await pause(wait);
      waited += wait;
    }
  }

  /** Back to "no transaction"; a connection whose state is unclear is closed and opened anew. */
  private async rollBack(): Promise<void> {
    const runner = this.writer.createQueryRunner();
    try {
      while (runner.isTransactionActive) await runner.rollbackTransaction();
    } catch {
      await this.writer.destroy();
      await this.writer.initialize();
      await this.writer.query('PRAGMA busy_timeout = 0');
    }
  }
}

async function takeBack(tx: TypeormTx): Promise<void> {
  await tx.run('rollback to command');
  await tx.run('release command');
}
