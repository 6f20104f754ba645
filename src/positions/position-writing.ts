import { Injectable } from '@nestjs/common';
import { latestRevisions } from '../platform/database/revision-queries.js';
import {
  addFact,
  addFacts,
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
   * A new post; its occupancies are facts of their own.
   * @throws CapacityExceeded (R1), UnknownAllocationLine, UnknownNoticeLine
   */
  async addPosition(tx: Tx, position: PositionDefinition, statement: Statement): Promise<void> {
    await addFact(tx, Position, positionRow(position), statement);
    await this.capacities.statePositions(tx, [position], statement.by, () => undefined);
  }

  /** The next revision of a post. @throws as `addPosition` */
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
   * New occupancies, of one post or of many: a few statements in all.
   * @throws CapacityExceeded if a post (R9) or a person (R11) has no room
   */
  async addOccupancies(
    tx: Tx,
    stated: readonly OccupancyOfPosition[],
    statement: Statement,
  ): Promise<void> {
    await addFacts(tx, Occupancy, rowsOf(stated), statement);
    await this.occupancies.state(tx, { before: [], after: stated }, statement.by);
  }

  /** The next revision of an occupancy. @throws as `addOccupancies` */
  async recordOccupancy(
    tx: Tx,
    positionId: string,
    occupancy: OccupancyDefinition,
    statement: Statement,
  ): Promise<void> {
    await this.recordOccupancies(tx, [{ positionId, occupancy }], statement);
  }

  /** As `recordOccupancy`, for many at once. */
  async recordOccupancies(
    tx: Tx,
    stated: readonly OccupancyOfPosition[],
    statement: Statement,
  ): Promise<void> {
    const ids = stated.map(({ occupancy }) => occupancy.id);
    const before = await latestRevisions(tx, Occupancy, { ids });
    await appendRevisions(tx, Occupancy, rowsOf(stated), statement);
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

function rowsOf(stated: readonly OccupancyOfPosition[]) {
  return stated.map(({ positionId, occupancy }) => occupancyRow(positionId, occupancy));
}
