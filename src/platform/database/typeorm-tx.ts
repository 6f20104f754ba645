import { strict as assert } from 'node:assert';
import type { EntityTarget, ObjectLiteral, QueryRunner, Repository } from 'typeorm';
import type { Instant } from '../../domain/calendar/instant.js';
import { engineOf, statementFor, type Engine } from './engine.js';
import { allAnswered } from './all-answered.js';
import { RevisionWatchers, type AddedRevision } from './revision-watchers.js';
import type { GatheredWork, SqlValue, Statement, Tx } from './unit-of-work.js';

/** Rows of a statement over the connection of a transaction. @throws QueryFailedError */
export type RowsOf = (
  sql: string,
  parameters: readonly SqlValue[],
) => readonly unknown[] | Promise<readonly unknown[]>;

/** An open transaction over a connection that nobody else uses meanwhile. */
export class TypeormTx implements Tx {
  private over = false;
  private readonly listeners: (() => void)[] = [];
  private readonly last = new Map<string, () => Promise<void>>();
  private readonly gathered = new Map<string, unknown[]>();
  readonly engine: Engine;
  /** What the command answers, if that is still to be written: see `leaveAnswer`. */
  left: LeftAnswer | undefined;

  constructor(
    private readonly runner: QueryRunner,
    readonly at: Instant,
    private readonly rowsOf: RowsOf,
    private readonly watchers = new RevisionWatchers(),
  ) {
    this.engine = engineOf(runner);
  }

  async all<Row>(sql: string, parameters: readonly SqlValue[] = []): Promise<Row[]> {
    this.ensureOpen();
    return (await this.rowsOf(statementFor(this.engine, sql), parameters)) as Row[];
  }

  async run(sql: string, parameters: readonly SqlValue[] = []): Promise<void> {
    await this.all(sql, parameters);
  }

  async together(statements: readonly Statement[]): Promise<void> {
    if (this.engine === 'sqlite') {
      for (const { sql, parameters } of statements) await this.run(sql, parameters);
    } else {
      await allAnswered(statements.map(({ sql, parameters }) => this.run(sql, parameters)));
    }
  }

  repository<Entity extends ObjectLiteral>(entity: EntityTarget<Entity>): Repository<Entity> {
    this.ensureOpen();
    return this.runner.manager.getRepository(entity);
  }

  atEnd(key: string, work: () => Promise<void>): void {
    this.ensureOpen();
    if (!this.last.has(key)) this.last.set(key, work);
  }

  gather<Item>(key: string, items: readonly Item[], work: GatheredWork<Item>): void {
    this.ensureOpen();
    if (items.length === 0) return;
    const all = this.gathered.get(key) ?? [];
    this.gathered.set(key, all);
    all.push(...items);
    this.atEnd(key, () => work(all.splice(0) as Item[]));
  }

  /** Tells who watches over facts of revisions that were added. */
  added(revisions: readonly AddedRevision[]): void {
    this.watchers.tell(this, revisions);
  }

  onCommitted(tell: () => void): void {
    this.ensureOpen();
    this.listeners.push(tell);
  }

  /** Tells who waits for the commit. */
  committed(): void {
    for (const tell of this.listeners) tell();
  }

  /** Does what was put off to the end. @throws what of it refuses the command */
  async settle(): Promise<void> {
    for (const [key, work] of this.last) {
      this.last.delete(key);
      await work();
    }
  }

  /** @returns what forgets all that was put off since: what it rests on was taken back */
  checkpoint(): () => void {
    const [listeners, last] = [this.listeners.length, new Set(this.last.keys())];
    const lengths = new Map([...this.gathered].map(([key, items]) => [key, items.length]));
    return () => {
      this.listeners.length = listeners;
      for (const key of this.last.keys()) if (!last.has(key)) this.last.delete(key);
      for (const [key, items] of this.gathered) items.length = lengths.get(key) ?? 0;
    };
  }

  /** From now on a forgotten `await` is an error, not a write into somebody else's transaction. */
  close(): void {
    this.over = true;
  }

  private ensureOpen(): void {
    assert(!this.over, 'the transaction is over: something in it was not awaited');
  }
}

/** The id that a command made, by the command's key. */
export interface LeftAnswer {
  readonly key: string;
  readonly result: string;
}

/** Notes what a command answers: on PostgreSQL with the last statement, for each is a way there and back. */
export async function leaveAnswer(tx: Tx, answer: LeftAnswer): Promise<void> {
  assert(tx instanceof TypeormTx);
  if (tx.engine === 'postgres') tx.left = answer;
  else await tx.run(ANSWER, [answer.result, answer.key]);
}

/** `?`: the result, the key. */
export const ANSWER = 'update command set result_id = ? where key = ?';

/** For a row that owns a sum: locks it on PostgreSQL; on SQLite the whole book is locked anyway. */
export function lockingClause(tx: Tx): '' | ' for no key update' {
  assert(tx instanceof TypeormTx);
  return tx.engine === 'postgres' ? ' for no key update' : '';
}

/** The work with all that it puts off to its end. */
export async function settled<T>(tx: Tx, work: (tx: Tx) => Promise<T>): Promise<T> {
  assert(tx instanceof TypeormTx);
  const result = await work(tx);
  await tx.settle();
  return result;
}

/** Whether the transaction is one of PostgreSQL, where others write at the same time. */
export function isShared(tx: Tx): boolean {
  assert(tx instanceof TypeormTx);
  return tx.engine === 'postgres';
}

/** Tells who watches over facts of revisions that were added in this transaction. */
export function tellAdded(tx: Tx, revisions: readonly AddedRevision[]): void {
  assert(tx instanceof TypeormTx);
  tx.added(revisions);
}
