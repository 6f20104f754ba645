import { Injectable } from '@nestjs/common';
import { commandOf, statementOf, type FactChange } from '../platform/database/fact-change.js';
import { latestRevision } from '../platform/database/revision-queries.js';
import { UnitOfWork, type Tx } from '../platform/database/unit-of-work.js';
import { Ids } from '../platform/ids/ids.js';
import { onceTold, type Outcome } from './outcome.js';
import type { StatedPosition } from './position-input.js';
import { PositionSurroundings } from './position-surroundings.js';
import { PositionWriting } from './position-writing.js';
import { Position } from './position.entity.js';
import { PositionTaken } from './positions.errors.js';

/** "Stelle aufnehmen": on a line of a partner, or one of the Kreis's own. */
@Injectable()
export class RecordPositionUseCase {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly surroundings: PositionSurroundings,
    private readonly writing: PositionWriting,
    private readonly ids: Ids,
  ) {}

  /**
   * @returns the id of the post, with warnings (R5)
   * @throws PositionTaken, FactRefused, CapacityExceeded if the line has no room (R1)
   */
  execute(change: FactChange, position: StatedPosition): Promise<Outcome> {
    const command = commandOf('record-position', change, position);
    return onceTold(this.unitOfWork, command, (tx) => this.record(tx, change, position));
  }

  /** What `execute` would answer or refuse; nothing is written. */
  rehearse(change: FactChange, position: StatedPosition): Promise<Outcome> {
    return this.unitOfWork.rehearse((tx) => this.record(tx, change, position));
  }

  private async record(tx: Tx, change: FactChange, stated: StatedPosition): Promise<Outcome> {
    const { id = this.ids.newId().toLowerCase(), ...fields } = stated;
    const taken = await latestRevision(tx, Position, id);
    if (taken !== undefined) throw new PositionTaken({ position: id, label: taken.label });
    const position = { ...fields, id, occupancies: [] };
    const warnings = await this.surroundings.ensureSound(tx, position);
    await this.writing.addPosition(tx, position, statementOf(change));
    return { id, warnings };
  }
}
