import type { RevisionColumns } from './revision-columns.js';
import type { Tx } from './unit-of-work.js';

/** A revision that has just been added to a fact. */
export interface AddedRevision {
  /** Of the fact: `notice_line`. */
  readonly table: string;
  /** As the fact stood before; undefined: nobody had stated it yet. */
  readonly before: RevisionColumns | undefined;
  readonly after: RevisionColumns;
  /** The key of the command, where the statement names one. */
  readonly key: string | undefined;
}

/** Hears of revisions inside of the transaction that adds them; what it writes goes with them. */
export type RevisionWatcher = (tx: Tx, added: readonly AddedRevision[]) => void;

/** Who hears of each revision of each fact; whoever wants to registers once. */
export class RevisionWatchers {
  private readonly watchers: RevisionWatcher[] = [];

  register(watcher: RevisionWatcher): void {
    this.watchers.push(watcher);
  }

  tell(tx: Tx, added: readonly AddedRevision[]): void {
    for (const watcher of this.watchers) watcher(tx, added);
  }
}
