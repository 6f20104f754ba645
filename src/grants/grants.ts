import { Injectable } from '@nestjs/common';
import type { Instant } from '../domain/calendar/instant.js';
import type { Recorded } from '../platform/database/recorded.js';
import { holdFact } from '../platform/database/revisions.js';
import type { Tx } from '../platform/database/unit-of-work.js';
import type { RevisionSource } from '../platform/database/revision-queries.js';
import type {
  NoticeDefinition,
  NoticeLineDefinition,
} from '../programmes/definitions/definition.js';
import { UnknownNoticeLine } from './grants.errors.js';
import { Notice } from './notice.entity.js';
import type { NoticeChange } from './notice-change.rules.js';
import { readGrantedLines, readNoticeChange, readNotices } from './notice.reading.js';

export { NoticeLineWatchers } from './notice-line-watchers.js';
export type {
  NoticeLineWatcher,
  NoticeUse,
  NoticeUser,
  TakenBack,
} from './notice-line-watchers.js';
export { noticeChange } from './notice-change.rules.js';
export type { NoticeChange, NoticeLineChange } from './notice-change.rules.js';
export {
  effectOf,
  grantedLineOn,
  grantedLines,
  grantOfGrantedLine,
  grantOfNoticeLine,
  noticeLineHolder,
} from './notice.rules.js';
export type { GrantedLine } from './notice.rules.js';

/** What later stages may ask about notices, inside their transaction or beside it. */
@Injectable()
export class Grants {
  /** All notices with their lines, as the book knew them. */
  notices(
    source: RevisionSource,
    knownAt?: Instant,
  ): Promise<readonly Recorded<NoticeDefinition>[]> {
    return readNotices(source, { knownAt });
  }

  /** Holds a notice until the transaction ends: what follows from it is drawn once. */
  hold(tx: Tx, noticeId: string): Promise<void> {
    return holdFact(tx, Notice, noticeId);
  }

  /**
   * What an amending notice changes, line by line (R10); undefined if it amends none.
   * @throws UnknownNotice
   */
  change(source: RevisionSource, noticeId: string): Promise<NoticeChange | undefined> {
    return readNoticeChange(source, noticeId);
  }

  /**
   * Notice lines by id, in the order of the ids.
   * @throws UnknownNoticeLine with the first one that the book does not have
   */
  async lines(
    source: RevisionSource,
    lineIds: readonly string[],
  ): Promise<readonly NoticeLineDefinition[]> {
    const known = await readGrantedLines(source, lineIds);
    return lineIds.map((id) => {
      const granted = known.get(id);
      if (granted === undefined) throw new UnknownNoticeLine({ noticeLine: id });
      return granted.line;
    });
  }
}
