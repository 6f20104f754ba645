import { Injectable } from '@nestjs/common';
import type { CommandStatement } from '../platform/database/fact-change.js';
import type { Tx } from '../platform/database/unit-of-work.js';

/** A later stage that must follow when a line gets other days or figures. */
export interface LineWatcher {
  lineChanged(tx: Tx, lineId: string, statement: CommandStatement): Promise<void>;
}

/** Who names a line of a contract. */
export interface LineUse {
  readonly line: string;
  readonly kind: 'contract' | 'position' | 'take-over';
  readonly id: string;
}

/** Whose facts name lines, beside the contract itself. */
export interface LineUser {
  /** The first one who names one of the lines; undefined: nobody. */
  userOfLines(tx: Tx, lineIds: readonly string[]): Promise<LineUse | undefined>;
}

/** Where others register; they work in the transaction that changes the line. */
@Injectable()
export class LineWatchers {
  private readonly watchers: LineWatcher[] = [];
  private readonly users: LineUser[] = [];

  register(watcher: LineWatcher): void {
    this.watchers.push(watcher);
  }

  registerUser(user: LineUser): void {
    this.users.push(user);
  }

  async lineChanged(tx: Tx, lineId: string, statement: CommandStatement): Promise<void> {
    for (const watcher of this.watchers) await watcher.lineChanged(tx, lineId, statement);
  }

  /** The first one who names one of the lines. */
  async userOfLines(tx: Tx, lineIds: readonly string[]): Promise<LineUse | undefined> {
    for (const user of this.users) {
      const found = await user.userOfLines(tx, lineIds);
      if (found !== undefined) return found;
    }
    return undefined;
  }
}
