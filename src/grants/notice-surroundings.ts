import type { Recorded } from '../platform/database/recorded.js';
import { latestRevisions, type RevisionSource } from '../platform/database/revision-queries.js';
import { holdFact } from '../platform/database/revisions.js';
import type { Tx } from '../platform/database/unit-of-work.js';
import type { NoticeDefinition } from '../programmes/definitions/definition.js';
import { Notice, NoticeLine } from './notice.entity.js';
import { readNotices } from './notice.reading.js';

/**
 * The notices that a notice is checked against: itself as it stands, those that it names, and those
 * that tell its lines, with what they amend. One that is named and missing brings all of them, so
 * that the message can list what there is.
 */
export async function noticesAround(
  source: RevisionSource,
  { id, amends, follows, lines }: NoticeDefinition,
): Promise<readonly Recorded<NoticeDefinition>[]> {
  const lineIds = lines.map((line) => line.id);
  const tellers = await latestRevisions(source, NoticeLine, { where: { lineId: lineIds } });
  const named = [amends, follows].flatMap((other) => other ?? []);
  const found = new Map<string, Recorded<NoticeDefinition>>();
  let wanted: readonly string[] = [id, ...named, ...tellers.map(({ noticeId }) => noticeId)];
  while (wanted.length > 0) {
    const read = await readNotices(source, { ids: wanted });
    for (const notice of read) found.set(notice.fact.id, notice);
    const above = read.flatMap(({ fact }) => fact.amends ?? []);
    wanted = [...new Set(above)].filter((other) => !found.has(other));
  }
  return named.every((other) => found.has(other)) ? [...found.values()] : readNotices(source);
}

/** Holds these notices until the transaction ends: nobody changes or takes back one of them. */
export async function holdNotices(tx: Tx, ids: readonly (string | undefined)[]): Promise<void> {
  const named = new Set(ids.flatMap((id) => id ?? []));
  for (const id of [...named].toSorted()) await holdFact(tx, Notice, id);
}
