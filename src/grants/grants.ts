import { Injectable } from '@nestjs/common';
import type { Instant } from '../domain/calendar/instant.js';
import type { Recorded } from '../platform/database/recorded.js';
import { latestRevisions, type RevisionSource } from '../platform/database/revision-queries.js';
import type {
  NoticeDefinition,
  NoticeLineDefinition,
} from '../programmes/definitions/definition.js';
import { UnknownNoticeLine } from './grants.errors.js';
import { NoticeLine } from './notice.entity.js';
import { toNoticeLine } from './notice.mapping.js';
import { readNotices } from './notice.reading.js';

export { noticeLineHolder } from './notice.rules.js';

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

  /**
   * Notice lines by id, in the order of the ids.
   * @throws UnknownNoticeLine with the first one that the book does not have
   */
  async lines(
    source: RevisionSource,
    lineIds: readonly string[],
  ): Promise<readonly NoticeLineDefinition[]> {
    if (lineIds.length === 0) return [];
    const rows = await latestRevisions(source, NoticeLine, { ids: lineIds });
    const known = new Map(rows.map((row) => [row.id, row] as const));
    return lineIds.map((id) => {
      const row = known.get(id);
      if (row === undefined) throw new UnknownNoticeLine({ noticeLine: id });
      return toNoticeLine(row);
    });
  }
}
