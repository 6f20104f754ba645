import { Injectable } from '@nestjs/common';
import type { Tx } from '../platform/database/unit-of-work.js';
import type { NoticeLineDefinition } from '../programmes/definitions/definition.js';

/** A later stage that must follow when a notice line grants something else. */
export interface NoticeLineWatcher {
  /** Must not refuse: a cut by the Land is always recorded (R1). */
  noticeLinesChanged(tx: Tx, lineIds: readonly string[], by: string): Promise<void>;
}

/** What somebody wants to take back. */
export interface TakenBack {
  /** The notice itself; absent: only lines of it. */
  readonly notice?: string;
  /** Lines that no notice would tell any more, or tell for another component or year. */
  readonly lines: readonly NoticeLineDefinition[];
}

/** Who names a notice, or a line of it. */
export interface NoticeUse {
  readonly kind: 'notice' | 'contract' | 'position' | 'take-over';
  readonly id: string;
}

/** A later stage whose facts name notices or their lines. */
export interface NoticeUser {
  /** The first one who names it; undefined: nobody. */
  userOf(tx: Tx, takenBack: TakenBack): Promise<NoticeUse | undefined>;
}

/** Where later stages register; they work in the transaction that changes the notice. */
@Injectable()
export class NoticeLineWatchers {
  private readonly watchers: NoticeLineWatcher[] = [];
  private readonly users: NoticeUser[] = [];

  register(watcher: NoticeLineWatcher): void {
    this.watchers.push(watcher);
  }

  registerUser(user: NoticeUser): void {
    this.users.push(user);
  }

  async noticeLinesChanged(tx: Tx, lineIds: readonly string[], by: string): Promise<void> {
    for (const watcher of this.watchers) await watcher.noticeLinesChanged(tx, lineIds, by);
  }

  /** The first one who names what is to be taken back. */
  async userOf(tx: Tx, takenBack: TakenBack): Promise<NoticeUse | undefined> {
    for (const user of this.users) {
      const found = await user.userOf(tx, takenBack);
      if (found !== undefined) return found;
    }
    return undefined;
  }
}
