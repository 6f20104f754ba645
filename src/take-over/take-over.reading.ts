import type { Instant } from '../domain/calendar/instant.js';
import { groupBy, recorded, type Recorded } from '../platform/database/recorded.js';
import { latestRevisions, type RevisionSource } from '../platform/database/revision-queries.js';
import type { TakeOverDefinition } from '../programmes/definitions/definition.js';
import { TakenLineRow, TakenNoticeLineRow, TakeOver } from './take-over.entity.js';
import { toTakeOver } from './take-over.mapping.js';

/** A take-over as the book knows it, with the entry that each of its cases posted. */
export interface RecordedTakeOver extends Recorded<TakeOverDefinition> {
  /** By the id of the case: `<line>/<year>`, or the notice line's. */
  readonly entries: ReadonlyMap<string, string>;
  /** The entries of each case by which the rest lapsed. */
  readonly lapses: ReadonlyMap<string, string>;
}

/**
 * Take-overs with their cases, in order of id. The mark counts cases that were taken out too: it
 * never comes back to what somebody saw before.
 */
export async function readTakeOvers(
  source: RevisionSource,
  filter: {
    readonly knownAt?: Instant | undefined;
    readonly ids?: readonly string[] | undefined;
  } = {},
): Promise<readonly RecordedTakeOver[]> {
  const { knownAt, ids } = filter;
  const cases = { knownAt, withWithdrawn: true, ...(ids && { where: { takeOverId: ids } }) };
  const heads = await latestRevisions(source, TakeOver, { knownAt, ids });
  const lines = groupBy(
    await latestRevisions(source, TakenLineRow, cases),
    ({ takeOverId }) => takeOverId,
  );
  const noticeLines = groupBy(
    await latestRevisions(source, TakenNoticeLineRow, cases),
    ({ takeOverId }) => takeOverId,
  );
  return heads.map((head) => {
    const own = [lines.get(head.id) ?? [], noticeLines.get(head.id) ?? []] as const;
    const [standing, standingNotices] = [own[0].filter(isThere), own[1].filter(isThere)];
    const fact = toTakeOver(head, standing, standingNotices);
    const entries = [...standing, ...standingNotices].flatMap(({ id, entryId }) =>
      entryId === null ? [] : [[id, entryId] as const],
    );
    const lapses = [...standing, ...standingNotices].flatMap(({ id, lapseEntryId }) =>
      lapseEntryId === null ? [] : [[id, lapseEntryId] as const],
    );
    const mark = recorded(fact, head, own.flat());
    return { ...mark, entries: new Map(entries), lapses: new Map(lapses) };
  });
}

function isThere({ withdrawn }: { readonly withdrawn: boolean }): boolean {
  return !withdrawn;
}
