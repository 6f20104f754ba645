import { Injectable } from '@nestjs/common';
import { Capacity, type HolderShortage } from '../capacity/capacity.js';
import type { Tx } from '../platform/database/unit-of-work.js';
import type { NoticeLineDefinition } from '../programmes/definitions/definition.js';
import { NoticeInUse } from './grants.errors.js';
import { NoticeLineWatchers } from './notice-line-watchers.js';
import { readGrantedLines } from './notice.reading.js';
import { grantOfGrantedLine, noticeLineHolder, type GrantedLine } from './notice.rules.js';

/** A change of notices that is under way. */
export interface GrantChange {
  readonly noticeId: string;
  /** All lines that may grant something else afterwards. */
  readonly lineIds: readonly string[];
  /** The notice itself is taken back. */
  readonly withdraws?: boolean;
}

/**
 * Keeps what notice lines grant (R1): states it anew when a notice changes, and tells those who
 * follow. Called in the transaction that records, corrects or takes back a notice.
 */
@Injectable()
export class NoticeLineGrants {
  constructor(
    private readonly capacity: Capacity,
    private readonly watchers: NoticeLineWatchers,
  ) {}

  /**
   * Writes the rows of a change, and states its lines as they then count: a cut is always taken.
   *
   * @param at told which line comes next, so that a refusal can name it
   * @throws NoticeInUse if a line that others name would be gone
   */
  async around(
    tx: Tx,
    change: GrantChange,
    by: string,
    write: () => Promise<void>,
    at: (lineId: string) => void = () => undefined,
  ): Promise<void> {
    const { noticeId, withdraws = false } = change;
    const lineIds = [...new Set(change.lineIds)].toSorted();
    const before = await readGrantedLines(tx, lineIds);
    await write();
    const after = await readGrantedLines(tx, lineIds);
    for (const lineId of lineIds) {
      at(lineId);
      const holder = noticeLineHolder(lineId);
      const granted = after.get(lineId);
      const slices = granted === undefined ? [] : grantOfGrantedLine(granted);
      await this.capacity.setGrant(tx, holder, holder, slices, by);
    }
    const gone = [...before].flatMap(([id, was]) => goneLine(was, after.get(id)));
    if (withdraws || gone.length > 0) {
      const takenBack = { lines: gone, ...(withdraws && { notice: noticeId }) };
      const user = await this.watchers.userOf(tx, takenBack);
      if (user !== undefined)
        throw new NoticeInUse({ notice: noticeId, kind: user.kind, by: user.id });
    }
    await this.watchers.noticeLinesChanged(tx, [...after.keys()], by);
  }

  /** Nobody else changes what these lines grant, or uses them, until the transaction ends. */
  hold(tx: Tx, lineIds: readonly string[]): Promise<void> {
    return this.capacity.hold(tx, lineIds.map(noticeLineHolder));
  }

  /** Where more of a line is used than it grants. */
  shortagesOf(tx: Tx, lineId: string): Promise<readonly HolderShortage[]> {
    return this.capacity.shortagesOf(tx, noticeLineHolder(lineId));
  }
}

/** The line as those who name it knew it, if nobody tells it so any more. */
function goneLine(
  { line: was }: GrantedLine,
  now: GrantedLine | undefined,
): readonly NoticeLineDefinition[] {
  const stays = now?.line.component === was.component && now.line.year === was.year;
  return stays ? [] : [was];
}
