import type { Tx } from './unit-of-work.js';

/** Work of a module around each commit that changes the book. */
export interface CommitHook {
  /** SQLite: the last work of a group of commands, on disk with them and before their answers. */
  groupEnds(tx: Tx): Promise<void>;
  /** PostgreSQL: something was committed by this instance. */
  committed(): void;
}

/** The hooks of the modules above; each registers its own when it is made. */
export class CommitHooks {
  private readonly hooks: CommitHook[] = [];

  register(hook: CommitHook): void {
    this.hooks.push(hook);
  }

  async groupEnds(tx: Tx): Promise<void> {
    for (const hook of this.hooks) await hook.groupEnds(tx);
  }

  committed(): void {
    for (const hook of this.hooks) hook.committed();
  }
}
