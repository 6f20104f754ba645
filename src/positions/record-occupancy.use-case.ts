import { Injectable } from '@nestjs/common';
import { commandOf, type FactChange } from '../platform/database/fact-change.js';
import { UnitOfWork, type Tx } from '../platform/database/unit-of-work.js';
import { Ids } from '../platform/ids/ids.js';
import { heldPosition } from './held-position.js';
import { OccupancyKeeping } from './occupancy-keeping.js';
import { onceTold, type Outcome } from './outcome.js';
import type { StatedOccupancy } from './position-input.js';

/** "Besetzung eintragen": who fills a post, from when to when, with which share. */
@Injectable()
export class RecordOccupancyUseCase {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly keeping: OccupancyKeeping,
    private readonly ids: Ids,
  ) {}

  /**
   * @returns the id of the occupancy, with warnings: a gap, a second employer at the same time
   * @throws UnknownPosition, OccupancyTaken, FactRefused by field (R9, R11, days), StaleRevision of
   *   the post, CapacityExceeded if somebody else was faster
   */
  execute(change: FactChange, positionId: string, occupancy: StatedOccupancy): Promise<Outcome> {
    const command = commandOf('record-occupancy', change, { ...occupancy, positionId });
    return onceTold(this.unitOfWork, command, (tx) =>
      this.record(tx, change, positionId, occupancy),
    );
  }

  /** What `execute` would answer or refuse; nothing is written. */
  rehearse(change: FactChange, positionId: string, occupancy: StatedOccupancy): Promise<Outcome> {
    return this.unitOfWork.rehearse((tx) => this.record(tx, change, positionId, occupancy));
  }

  private async record(
    tx: Tx,
    change: FactChange,
    positionId: string,
    { id = this.ids.newId().toLowerCase(), ...stated }: StatedOccupancy,
  ): Promise<Outcome> {
    const { fact: position } = await heldPosition(tx, positionId, change);
    const occupancy = { ...stated, id };
    await this.keeping.ensureFree(tx, positionId, id);
    const warnings = await this.keeping.add(tx, change, position, occupancy);
    return { id, warnings };
  }
}
