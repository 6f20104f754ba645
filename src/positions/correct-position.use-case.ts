import { Injectable } from '@nestjs/common';
import { commandOf, statementOf, type FactChange } from '../platform/database/fact-change.js';
import { UnitOfWork, type Tx } from '../platform/database/unit-of-work.js';
import { FactRefused } from '../programmes/programmes.errors.js';
import { heldPosition } from './held-position.js';
import { positionFindings } from './occupancy-check.rules.js';
import { onceTold, type Outcome } from './outcome.js';
import type { StatedPosition } from './position-input.js';
import { PositionSurroundings } from './position-surroundings.js';
import { PositionWriting } from './position-writing.js';

/** "Stelle berichtigen": title, place, planned share, days, line; who fills it stays as it is. */
@Injectable()
export class CorrectPositionUseCase {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly surroundings: PositionSurroundings,
    private readonly writing: PositionWriting,
  ) {}

  /**
   * @param position as it shall stand, all of it
   * @throws UnknownPosition, StaleRevision, FactRefused if its occupancies no longer fit (R9),
   *   CapacityExceeded if the line has no room (R1)
   */
  execute(change: FactChange, id: string, position: StatedPosition): Promise<Outcome> {
    const command = commandOf('correct-position', change, { ...position, id });
    return onceTold(this.unitOfWork, command, (tx) => this.correct(tx, change, id, position));
  }

  /** What `execute` would answer or refuse; nothing is written. */
  rehearse(change: FactChange, id: string, position: StatedPosition): Promise<Outcome> {
    return this.unitOfWork.rehearse((tx) => this.correct(tx, change, id, position));
  }

  private async correct(
    tx: Tx,
    change: FactChange,
    id: string,
    stated: StatedPosition,
  ): Promise<Outcome> {
    const { fact: before } = await heldPosition(tx, id, change);
    const position = { ...stated, id, occupancies: before.occupancies };
    const warnings = await this.surroundings.ensureSound(tx, position, before);
    const findings = positionFindings(position);
    if (findings.length > 0) throw new FactRefused(findings);
    await this.writing.recordPosition(tx, position, statementOf(change));
    return { id, warnings };
  }
}
