import type { Instant } from '../domain/calendar/instant.js';
import { groupBy, recorded, type Recorded } from '../platform/database/recorded.js';
import { latestRevisions, type RevisionSource } from '../platform/database/revision-queries.js';
import type { NoticeDefinition } from '../programmes/definitions/definition.js';
import { Notice, NoticeLine } from './notice.entity.js';
import { toNotice } from './notice.mapping.js';
import { grantedLines, type GrantedLine } from './notice.rules.js';

export interface NoticeFilter {
  /** As the book knew it at this instant; absent: now. */
  readonly knownAt?: Instant | undefined;
  readonly ids?: readonly string[] | undefined;
}

/** Notices with their lines, in order of id: two questions to the database, however many. */
export async function readNotices(
  source: RevisionSource,
  { knownAt, ids }: NoticeFilter = {},
): Promise<readonly Recorded<NoticeDefinition>[]> {
  const notices = await latestRevisions(source, Notice, { knownAt, ids });
  const lines = await latestRevisions(source, NoticeLine, {
    knownAt,
    ...(ids && { where: { noticeId: ids } }),
  });
  const byNotice = groupBy(lines, ({ noticeId }) => noticeId);
  return notices.map((notice) => {
    const own = byNotice.get(notice.id) ?? [];
    return recorded(toNotice(notice, own), notice, own);
  });
}

/** These lines as they count: of a line that several notices tell, the last amendment. */
export async function readGrantedLines(
  source: RevisionSource,
  lineIds: readonly string[],
): Promise<ReadonlyMap<string, GrantedLine>> {
  if (lineIds.length === 0) return new Map();
  const rows = await latestRevisions(source, NoticeLine, { where: { lineId: lineIds } });
  const ids = [...new Set(rows.map(({ noticeId }) => noticeId))];
  const notices = await readNotices(source, { ids });
  return grantedLines(notices.map(({ fact }) => fact));
}
