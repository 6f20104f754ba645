import { Injectable } from '@nestjs/common';
import { commandOf, statementOf, type FactChange } from '../platform/database/fact-change.js';
import { UnitOfWork, type Tx } from '../platform/database/unit-of-work.js';
import { heldPosition } from './held-position.js';
import { PositionWriting } from './position-writing.js';
import { PositionOccupied } from './positions.errors.js';

/** "Stelle zurücknehmen": it was recorded by mistake, and nobody ever filled it. */
@Injectable()
export class WithdrawPositionUseCase {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly writing: PositionWriting,
  ) {}

  /** @throws UnknownPosition, StaleRevision, PositionOccupied */
  execute(change: FactChange, id: string): Promise<string> {
    const command = commandOf('withdraw-position', change, { id });
    return this.unitOfWork.once(command, (tx) => this.withdraw(tx, change, id));
  }

  /** What `execute` would refuse; nothing is written. */
  rehearse(change: FactChange, id: string): Promise<string> {
    return this.unitOfWork.rehearse((tx) => this.withdraw(tx, change, id));
  }

  private async withdraw(tx: Tx, change: FactChange, id: string): Promise<string> {
    const { fact } = await heldPosition(tx, id, change);
    const count = fact.occupancies.length;
    if (count > 0) throw new PositionOccupied({ position: id, label: fact.label, count });
    await this.writing.withdrawPosition(tx, fact, statementOf(change));
    return id;
  }
}
