import type { Instant } from '../domain/calendar/instant.js';
import { groupBy, recorded, type Recorded } from '../platform/database/recorded.js';
import { latestRevisions, type RevisionSource } from '../platform/database/revision-queries.js';
import type { PositionDefinition } from '../programmes/definitions/definition.js';
import { Occupancy, Position } from './position.entity.js';
import { toPosition } from './position.mapping.js';

export interface PositionFilter {
  /** As the book knew it at this instant; absent: now. */
  readonly knownAt?: Instant | undefined;
  readonly ids?: readonly string[] | undefined;
  /** Posts on one of these lines. */
  readonly lines?: readonly string[] | undefined;
  /** Posts of these employers. */
  readonly employers?: readonly string[] | undefined;
}

/**
 * Posts with who filled them, in order of id: two questions to the database in all. The mark counts
 * withdrawn occupancies too: it never comes back to what somebody saw before.
 */
export async function readPositions(
  source: RevisionSource,
  { knownAt, ids, lines, employers }: PositionFilter = {},
): Promise<readonly Recorded<PositionDefinition>[]> {
  const narrowed = [ids, lines, employers].some((some) => some !== undefined);
  const positions = await latestRevisions(source, Position, {
    knownAt,
    ids,
    where: { ...(lines && { allocationLine: lines }), ...(employers && { employer: employers }) },
  });
  if (positions.length === 0) return [];
  const occupancies = await latestRevisions(source, Occupancy, {
    knownAt,
    withWithdrawn: true,
    ...(narrowed && { where: { positionId: positions.map(({ id }) => id) } }),
  });
  const byPosition = groupBy(occupancies, ({ positionId }) => positionId);
  return positions.map((position) => {
    const own = byPosition.get(position.id) ?? [];
    const standing = own.filter(({ withdrawn }) => !withdrawn);
    return recorded(toPosition(position, standing), position, own);
  });
}
