import { Injectable } from '@nestjs/common';
import { Capacity, type HolderShortage } from '../capacity/capacity.js';
import type { PlainDate } from '../domain/calendar/plain-date.js';
import type { EnteredBy } from '../ledger/ledger.js';
import type { Tx } from '../platform/database/unit-of-work.js';
import type { NoticeLineDefinition } from '../programmes/definitions/definition.js';
import { NoticeInUse } from './grants.errors.js';
import { NoticePostings } from './notice-postings.js';
import { tellingsOf, type NoticeCause, type NoticeEvent } from './notice-postings.rules.js';
import { NoticeLineWatchers } from './notice-line-watchers.js';
import { readGrantedLines } from './notice.reading.js';
import {
  effectOf,
  grantOfGrantedLine,
  noticeLineHolder,
  type GrantedLine,
} from './notice.rules.js';

/** A change of notices that is under way. */
export interface GrantChange extends NoticeCause {
  /** All lines that may grant something else afterwards. */
  readonly lineIds: readonly string[];
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
    private readonly postings: NoticePostings,
  ) {}

  /**
   * Writes the rows of a change, and states its lines as they then count: a cut is always taken.
   * What they grant more or less is entered in the ledger.
   *
   * @throws NoticeInUse if a line that others name would be gone
   */
  async around(
    tx: Tx,
    change: GrantChange,
    who: EnteredBy,
    write: () => Promise<void>,
  ): Promise<void> {
    const lineIds = [...new Set(change.lineIds)].toSorted();
    const effectBefore = await this.effectBefore(tx, change);
    const after = await this.state(tx, { ...change, lineIds }, who.by, write);
    await this.postings.follow(tx, lineIds, after, who, {
      ...change,
      ...(effectBefore && { effectBefore }),
    });
  }

  /** Since when a notice that is being corrected took effect. */
  private async effectBefore(
    tx: Tx,
    { notice, event, lineIds }: GrantChange,
  ): Promise<PlainDate | undefined> {
    if (event !== 'corrected') return undefined;
    const told = [...(await readGrantedLines(tx, lineIds)).values()].flatMap(tellingsOf);
    const before = told.find((granted) => granted.notice.id === notice.id);
    return before && effectOf(before.notice);
  }

  /**
   * As `around`, for a file of an import: the entries are put off until all files are read.
   *
   * @param at told which line comes next, so that a refusal can name it
   */
  async aroundImport(
    tx: Tx,
    change: GrantChange,
    by: string,
    write: () => Promise<void>,
    at: (lineId: string) => void,
  ): Promise<void> {
    await this.state(tx, change, by, write, at);
    this.postings.wait(tx, change.lineIds);
  }

  private async state(
    tx: Tx,
    { notice, event, lineIds }: GrantChange,
    by: string,
    write: () => Promise<void>,
    at: (lineId: string) => void = () => undefined,
  ): Promise<ReadonlyMap<string, GrantedLine>> {
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
    await this.ensureUnused(tx, notice.id, event, gone);
    await this.watchers.noticeLinesChanged(tx, [...after.keys()], by);
    return after;
  }

  /** @throws NoticeInUse */
  private async ensureUnused(
    tx: Tx,
    notice: string,
    event: NoticeEvent,
    lines: readonly NoticeLineDefinition[],
  ): Promise<void> {
    const withdraws = event === 'withdrawn';
    if (!withdraws && lines.length === 0) return;
    const user = await this.watchers.userOf(tx, { lines, ...(withdraws && { notice }) });
    if (user !== undefined) throw new NoticeInUse({ notice, kind: user.kind, by: user.id });
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
