import { Injectable } from '@nestjs/common';
import type { Instant } from '../domain/calendar/instant.js';
import type { Recorded } from '../platform/database/recorded.js';
import { latestRevisions, type RevisionSource } from '../platform/database/revision-queries.js';
import type { NoticeDefinition } from '../programmes/definitions/definition.js';
import { UnknownNoticeLine } from './grants.errors.js';
import { NoticeLine } from './notice.entity.js';
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
   * Refuses lines that nobody granted.
   * @throws UnknownNoticeLine with the first one that the book does not have
   */
  async ensureLines(source: RevisionSource, lineIds: readonly string[]): Promise<void> {
    const found = await latestRevisions(source, NoticeLine, { ids: lineIds });
    const known = new Set(found.map(({ id }) => id));
    const unknown = lineIds.find((id) => !known.has(id));
    if (unknown !== undefined) throw new UnknownNoticeLine({ noticeLine: unknown });
  }
}
