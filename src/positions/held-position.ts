import type { FactChange } from '../platform/database/fact-change.js';
import type { Recorded } from '../platform/database/recorded.js';
import { latestRevision } from '../platform/database/revision-queries.js';
import { ensureSeen, holdFact } from '../platform/database/revisions.js';
import type { Tx } from '../platform/database/unit-of-work.js';
import type {
  OccupancyDefinition,
  PositionDefinition,
} from '../programmes/definitions/definition.js';
import { Occupancy, Position } from './position.entity.js';
import { nearnessOf } from './position-owners.js';
import { readPositions } from './position.reading.js';
import { ToldByEmployer, UnknownOccupancy, UnknownPosition } from './positions.errors.js';

/**
 * A post, held until the transaction ends: nobody else changes it or its occupancies meanwhile. To a
 * partner's people those of others do not exist.
 * @throws UnknownPosition, ToldByEmployer, StaleRevision if the author saw an earlier state
 */
export async function heldPosition(
  tx: Tx,
  id: string,
  { expected }: Pick<FactChange, 'expected'>,
): Promise<Recorded<PositionDefinition>> {
  await holdFact(tx, Position, id);
  const [found] = await readPositions(tx, { ids: [id] });
  const nearness = await nearnessOf(tx, id);
  if (found === undefined || nearness === undefined) throw new UnknownPosition({ position: id });
  if (nearness === 'below') throw new ToldByEmployer({ position: id, label: found.fact.label });
  ensureSeen(id, found.revision, expected);
  return found;
}

/** An occupancy with its post, which is held. */
export interface HeldOccupancy {
  readonly position: PositionDefinition;
  readonly occupancy: OccupancyDefinition;
}

/** @throws UnknownOccupancy, StaleRevision if the author saw an earlier state of the post */
export async function heldOccupancy(
  tx: Tx,
  id: string,
  change: Pick<FactChange, 'expected'>,
): Promise<HeldOccupancy> {
  const row = await latestRevision(tx, Occupancy, id);
  if (row === undefined || (await nearnessOf(tx, row.positionId)) === undefined) {
    throw new UnknownOccupancy({ occupancy: id });
  }
  const { fact: position } = await heldPosition(tx, row.positionId, change);
  const occupancy = position.occupancies.find((known) => known.id === id);
  if (occupancy === undefined) throw new UnknownOccupancy({ occupancy: id });
  return { position, occupancy };
}
