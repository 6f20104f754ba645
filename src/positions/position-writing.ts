import { Injectable } from '@nestjs/common';
import { latestRevision } from '../platform/database/revision-queries.js';
import { appendRevision, type Statement } from '../platform/database/revisions.js';
import type { Tx } from '../platform/database/unit-of-work.js';
import type {
  OccupancyDefinition,
  PositionDefinition,
} from '../programmes/definitions/definition.js';
import { PositionCapacities } from './position-capacities.js';
import { Occupancy, Position } from './position.entity.js';
import { occupancyRow, positionRow, toOccupancy } from './position.mapping.js';
import { readPositions } from './position.reading.js';

/** Writes posts and occupancies into the book, for use cases of this module and of later ones. */
@Injectable()
export class PositionWriting {
  constructor(private readonly capacities: PositionCapacities) {}

  /**
   * Records a post, or its next revision; its occupancies are facts of their own.
   * @throws CapacityExceeded (R1), UnknownAllocationLine, UnknownNoticeLine
   */
  async recordPosition(tx: Tx, position: PositionDefinition, statement: Statement): Promise<void> {
    const [before] = await readPositions(tx, { ids: [position.id] });
    await appendRevision(tx, Position, positionRow(position), statement);
    if (before) await this.capacities.release(tx, before.fact, position, statement.by);
    await this.capacities.statePositions(tx, [position], statement.by, () => undefined);
  }

  /**
   * Records an occupancy of a post, or its next revision.
   * @throws CapacityExceeded if the post (R9) or the person (R11) has no room
   */
  async recordOccupancy(
    tx: Tx,
    positionId: string,
    occupancy: OccupancyDefinition,
    statement: Statement,
  ): Promise<void> {
    const before = await latestRevision(tx, Occupancy, occupancy.id);
    await appendRevision(tx, Occupancy, occupancyRow(positionId, occupancy), statement);
    if (before !== undefined) {
      await this.capacities.releaseOccupancy(
        tx,
        before.positionId,
        toOccupancy(before),
        statement.by,
      );
    }
    await this.capacities.stateOccupancy(tx, positionId, occupancy, statement.by);
  }
}
