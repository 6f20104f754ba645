import { Injectable } from '@nestjs/common';
import { latestRevisions } from '../platform/database/revision-queries.js';
import {
  appendRevision,
  appendRevisions,
  withdrawFact,
  type Statement,
} from '../platform/database/revisions.js';
import type { Tx } from '../platform/database/unit-of-work.js';
import type {
  OccupancyDefinition,
  PositionDefinition,
} from '../programmes/definitions/definition.js';
import { OccupancyCapacities, type OccupancyOfPosition } from './occupancy-capacities.js';
import { PositionCapacities } from './position-capacities.js';
import { Occupancy, Position } from './position.entity.js';
import { occupancyRow, positionRow, toOccupancy } from './position.mapping.js';
import { readPositions } from './position.reading.js';

/** Writes posts and occupancies into the book, for use cases of this module and of later ones. */
@Injectable()
export class PositionWriting {
  constructor(
    private readonly capacities: PositionCapacities,
    private readonly occupancies: OccupancyCapacities,
  ) {}

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

  /** Takes a post back that nobody fills, and gives back what it took. */
  async withdrawPosition(
    tx: Tx,
    position: PositionDefinition,
    statement: Statement,
  ): Promise<void> {
    await withdrawFact(tx, Position, position.id, statement);
    await this.capacities.releaseAll(tx, position, statement.by);
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
    await this.recordOccupancies(tx, [{ positionId, occupancy }], statement);
  }

  /** As `recordOccupancy`, for many at once: a few statements in all. */
  async recordOccupancies(
    tx: Tx,
    stated: readonly OccupancyOfPosition[],
    statement: Statement,
  ): Promise<void> {
    const ids = stated.map(({ occupancy }) => occupancy.id);
    const before = await latestRevisions(tx, Occupancy, { ids });
    const rows = stated.map(({ positionId, occupancy }) => occupancyRow(positionId, occupancy));
    await appendRevisions(tx, Occupancy, rows, statement);
    const known = before.map((row) => ({
      positionId: row.positionId,
      occupancy: toOccupancy(row),
    }));
    await this.occupancies.state(tx, { before: known, after: stated }, statement.by);
  }

  /** Takes an occupancy back, with what it took of its post and its person. */
  async withdrawOccupancy(tx: Tx, taken: OccupancyOfPosition, statement: Statement): Promise<void> {
    await withdrawFact(tx, Occupancy, taken.occupancy.id, statement);
    await this.occupancies.state(tx, { before: [taken], after: [] }, statement.by);
  }
}
