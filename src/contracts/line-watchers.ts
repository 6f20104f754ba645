import { Injectable } from '@nestjs/common';
import type { Tx } from '../platform/database/unit-of-work.js';

/** A later stage that must follow when a line gets other days or figures. */
export interface LineWatcher {
  lineChanged(tx: Tx, lineId: string, by: string): Promise<void>;
}

/** Where later stages register; they are told in the transaction that changes the line. */
@Injectable()
export class LineWatchers {
  private readonly watchers: LineWatcher[] = [];

  register(watcher: LineWatcher): void {
    this.watchers.push(watcher);
  }

  async lineChanged(tx: Tx, lineId: string, by: string): Promise<void> {
    for (const watcher of this.watchers) await watcher.lineChanged(tx, lineId, by);
  }
}
