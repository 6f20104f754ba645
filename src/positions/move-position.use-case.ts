import { Injectable } from '@nestjs/common';
import { commandOf, statementOf, type FactChange } from '../platform/database/fact-change.js';
import { latestRevision } from '../platform/database/revision-queries.js';
import { UnitOfWork, type Tx } from '../platform/database/unit-of-work.js';
import { Ids } from '../platform/ids/ids.js';
import { heldPosition } from './held-position.js';
import { movedPosition, moveFindings, type MovedPosition } from './move-position.rules.js';
import type { PositionMove } from './move-input.js';
import { positionFindings } from './occupancy-check.rules.js';
import { ensureNoError } from './findings.js';
import { onceTold, type Outcome } from './outcome.js';
import { PositionSurroundings } from './position-surroundings.js';
import { PositionWriting } from './position-writing.js';
import { Position } from './position.entity.js';
import { PositionTaken } from './positions.errors.js';

/** "Stelle verlagern": from a day on to another line, employer or place, with who fills it. */
@Injectable()
export class MovePositionUseCase {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly surroundings: PositionSurroundings,
    private readonly writing: PositionWriting,
    private readonly ids: Ids,
  ) {}

  /**
   * @returns the id of the post that begins in the new place
   * @throws UnknownPosition, StaleRevision, PositionTaken, FactRefused at `on` or a field of the new
   *   place, CapacityExceeded if the line there has no room (R1)
   */
  execute(change: FactChange, id: string, move: PositionMove): Promise<Outcome> {
    const command = commandOf('move-position', change, { ...move, from: id });
    return onceTold(this.unitOfWork, command, (tx) => this.move(tx, change, id, move));
  }

  /** What `execute` would answer or refuse; nothing is written. */
  rehearse(change: FactChange, id: string, move: PositionMove): Promise<Outcome> {
    return this.unitOfWork.rehearse((tx) => this.move(tx, change, id, move));
  }

  private async move(
    tx: Tx,
    change: FactChange,
    from: string,
    move: PositionMove,
  ): Promise<Outcome> {
    const { fact: position } = await heldPosition(tx, from, change);
    ensureNoError(moveFindings(position, move));
    const newId = (): string => this.ids.newId().toLowerCase();
    const id = move.id ?? newId();
    const taken = await latestRevision(tx, Position, id);
    if (taken !== undefined) throw new PositionTaken({ position: id, label: taken.label });
    const moved = movedPosition(position, move, id, newId);
    const warnings = await this.surroundings.ensureSound(tx, moved.after);
    ensureNoError(positionFindings(moved.after));
    await this.write(tx, change, moved);
    return { id, warnings };
  }

  /** What ends first gives back what it took, so that the new place may take it from the same line. */
  private async write(
    tx: Tx,
    change: FactChange,
    { before, after, cut, gone }: MovedPosition,
  ): Promise<void> {
    const statement = statementOf(change);
    const at = (positionId: string, spells: MovedPosition['cut']) =>
      spells.map((occupancy) => ({ positionId, occupancy }));
    await this.writing.recordOccupancies(tx, at(before.id, cut), statement);
    for (const taken of at(before.id, gone)) {
      await this.writing.withdrawOccupancy(tx, taken, statement);
    }
    await this.writing.recordPosition(tx, before, statement);
    await this.writing.addPosition(tx, after, statement);
    await this.writing.addOccupancies(tx, at(after.id, after.occupancies), statement);
  }
}
