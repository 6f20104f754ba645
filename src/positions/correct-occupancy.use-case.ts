import { Injectable } from '@nestjs/common';
import { commandOf, type FactChange } from '../platform/database/fact-change.js';
import { UnitOfWork, type Tx } from '../platform/database/unit-of-work.js';
import { heldOccupancy } from './held-position.js';
import { OccupancyKeeping } from './occupancy-keeping.js';
import { onceTold, type Outcome } from './outcome.js';
import type { StatedOccupancy } from './position-input.js';

/** "Besetzung berichtigen": its end, its share, unpaid spells, another key; at the same post. */
@Injectable()
export class CorrectOccupancyUseCase {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly keeping: OccupancyKeeping,
  ) {}

  /**
   * @param occupancy as it shall stand, all of it; what the old key took is given back
   * @throws UnknownOccupancy, StaleRevision of the post, FactRefused by field (R9, R11, days)
   */
  execute(change: FactChange, id: string, occupancy: StatedOccupancy): Promise<Outcome> {
    const command = commandOf('correct-occupancy', change, { ...occupancy, id });
    return onceTold(this.unitOfWork, command, (tx) => this.correct(tx, change, id, occupancy));
  }

  /** What `execute` would answer or refuse; nothing is written. */
  rehearse(change: FactChange, id: string, occupancy: StatedOccupancy): Promise<Outcome> {
    return this.unitOfWork.rehearse((tx) => this.correct(tx, change, id, occupancy));
  }

  private async correct(
    tx: Tx,
    change: FactChange,
    id: string,
    stated: StatedOccupancy,
  ): Promise<Outcome> {
    const { position } = await heldOccupancy(tx, id, change);
    const warnings = await this.keeping.revise(tx, change, position, { ...stated, id });
    return { id, warnings };
  }
}
