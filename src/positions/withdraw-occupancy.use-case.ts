import { Injectable } from '@nestjs/common';
import { commandOf, statementOf, type FactChange } from '../platform/database/fact-change.js';
import { UnitOfWork, type Tx } from '../platform/database/unit-of-work.js';
import { heldOccupancy } from './held-position.js';
import { PositionWriting } from './position-writing.js';

/** "Besetzung zurücknehmen": it was recorded by mistake. Who leaves has an end instead. */
@Injectable()
export class WithdrawOccupancyUseCase {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly writing: PositionWriting,
  ) {}

  /**
   * @returns the id of the post
   * @throws UnknownOccupancy, StaleRevision of the post
   */
  execute(change: FactChange, id: string): Promise<string> {
    const command = commandOf('withdraw-occupancy', change, { id });
    return this.unitOfWork.once(command, (tx) => this.withdraw(tx, change, id));
  }

  /** What `execute` would refuse; nothing is written. */
  rehearse(change: FactChange, id: string): Promise<string> {
    return this.unitOfWork.rehearse((tx) => this.withdraw(tx, change, id));
  }

  private async withdraw(tx: Tx, change: FactChange, id: string): Promise<string> {
    const { position, occupancy } = await heldOccupancy(tx, id, change);
    const taken = { positionId: position.id, occupancy };
    await this.writing.withdrawOccupancy(tx, taken, statementOf(change));
    return position.id;
  }
}
