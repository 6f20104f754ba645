import type { Instant } from '../domain/calendar/instant.js';
import { groupBy, recorded, type Recorded } from '../platform/database/recorded.js';
import { latestRevisions, type RevisionSource } from '../platform/database/revision-queries.js';
import type { NoticeDefinition } from '../programmes/definitions/definition.js';
import { Notice, NoticeLine } from './notice.entity.js';
import { UnknownNotice } from './grants.errors.js';
import { noticeChange, type NoticeChange } from './notice-change.rules.js';
import { toNotice } from './notice.mapping.js';
import { grantedLines, type GrantedLine } from './notice.rules.js';

export interface NoticeFilter {
  /** As the book knew it at this instant; absent: now. */
  readonly knownAt?: Instant | undefined;
  readonly ids?: readonly string[] | undefined;
}

/**
 * Notices with their lines, in order of id: two questions to the database, however many. The mark
 * counts lines that were taken out too: it never comes back to what somebody saw before.
 */
export async function readNotices(
  source: RevisionSource,
  { knownAt, ids }: NoticeFilter = {},
): Promise<readonly Recorded<NoticeDefinition>[]> {
  const notices = await latestRevisions(source, Notice, { knownAt, ids });
  const lines = await latestRevisions(source, NoticeLine, {
    knownAt,
    withWithdrawn: true,
    ...(ids && { where: { noticeId: ids } }),
  });
  const byNotice = groupBy(lines, ({ noticeId }) => noticeId);
  return notices.map((notice) => {
    const own = byNotice.get(notice.id) ?? [];
    const standing = own.filter(({ withdrawn }) => !withdrawn);
    return recorded(toNotice(notice, standing), notice, own);
  });
}

/**
 * These lines as they count: of a line that several notices tell, the last amendment. Their notices
 * come with these lines only, so that one line costs the same however long its notice is.
 */
export async function readGrantedLines(
  source: RevisionSource,
  lineIds: readonly string[],
): Promise<ReadonlyMap<string, GrantedLine>> {
  if (lineIds.length === 0) return new Map();
  const rows = await latestRevisions(source, NoticeLine, { where: { lineId: lineIds } });
  const byNotice = groupBy(rows, ({ noticeId }) => noticeId);
  const notices = await latestRevisions(source, Notice, { ids: [...byNotice.keys()] });
  return grantedLines(notices.map((notice) => toNotice(notice, byNotice.get(notice.id) ?? [])));
}

/** The notices that amend or follow a notice, by id. */
export async function namingNotices(
  source: RevisionSource,
  noticeId: string,
): Promise<readonly string[]> {
  const amending = await latestRevisions(source, Notice, { where: { amends: noticeId } });
  const following = await latestRevisions(source, Notice, { where: { follows: noticeId } });
  return [...amending, ...following].map(({ id }) => id);
}

/**
 * What an amending notice changes; undefined if it amends none.
 * @throws UnknownNotice
 */
export async function readNoticeChange(
  source: RevisionSource,
  id: string,
  knownAt?: Instant,
): Promise<NoticeChange | undefined> {
  const [found] = await readNotices(source, { knownAt, ids: [id] });
  if (found === undefined) throw new UnknownNotice({ notice: id });
  const amended = new Map<string, NoticeDefinition>();
  for (let next = found.fact.amends; next !== undefined && !amended.has(next);) {
    const [above] = await readNotices(source, { knownAt, ids: [next] });
    if (above === undefined) break;
    amended.set(next, above.fact);
    next = above.fact.amends;
  }
  return noticeChange(found.fact, [...amended.values()]);
}
