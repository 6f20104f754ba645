import type { Clock } from '../clock/clock.js';
import type { Ids } from '../ids/ids.js';
import { firstAnswer } from './command-key.js';
import type { CommitHooks } from './commit-hooks.js';
import type { DatabaseRefusal } from './database-failure.js';
import type { RevisionWatchers } from './revision-watchers.js';
import { ANSWER, settled, type TypeormTx } from './typeorm-tx.js';
import { UnitOfWork, type Command, type Tx } from './unit-of-work.js';

/** What a unit of work needs beside its connections. */
export interface UnitOfWorkParts {
  readonly clock: Clock;
  readonly ids: Ids;
  /** What the database's own refusals mean; each module contributes its list. */
  readonly refusals: readonly DatabaseRefusal[];
  /** Who works at the end of a commit group, or after a commit. */
  readonly hooks?: CommitHooks;
  /** Who hears of each revision. */
  readonly watchers?: RevisionWatchers;
}

/** What both units of work share: command keys, and the mark that something was committed. */
export abstract class TypeormUnitOfWork extends UnitOfWork {
  constructor(protected readonly parts: UnitOfWorkParts) {
    super();
  }

  async once(command: Command, work: (tx: Tx) => Promise<string>): Promise<string> {
    return this.run((tx) => firstAnswer(tx, command, work));
  }

  async rehearse<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    try {
      return await this.run<never>(async (tx) => {
        throw new Rehearsed(await settled(tx, work));
      });
    } catch (error) {
      if (error instanceof Rehearsed) return error.answer as T;
      throw error;
    }
  }

  /** Resolves when nothing is under way any more. */
  abstract idle(): Promise<void>;

  /**
   * The last statement of each transaction: see BookVersion. A clock that is behind the newest
   * row, here or on another machine, does not put the mark far behind it: its time is taken over.
   */
  protected async markChange(tx: TypeormTx): Promise<void> {
    const id = this.parts.ids.newId();
    if (tx.left === undefined) await tx.run(MARK, [id, id, id]);
    else await tx.run(ANSWER_AND_MARK, [tx.left.result, tx.left.key, id, id, id]);
  }
}

/** The way back out of a rehearsal: the transaction is undone like any that fails. */
class Rehearsed extends Error {
  constructor(readonly answer: unknown) {
    super('rehearsed');
  }
}

const MARK = `
  insert into change (id)
  select case when max(id) > ? then substr(max(id), 1, 10) || substr(cast(? as varchar(26)), 11)
    else cast(? as varchar(26)) end
  from change`;

const ANSWER_AND_MARK = `with answered as (${ANSWER}) ${MARK}`;
