import { Injectable } from '@nestjs/common';
import type { PlainDate } from '../domain/calendar/plain-date.js';
import { commandOf, type FactChange } from '../platform/database/fact-change.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { TakeOverWriting } from './take-over-writing.js';

/** "Übernahme zurücknehmen": one that was recorded by mistake; its entries are reversed. */
@Injectable()
export class WithdrawTakeOverUseCase {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly writing: TakeOverWriting,
  ) {}

  /**
   * @returns the id of the take-over
   * @throws UnknownTakeOver, StaleRevision
   */
  execute(change: FactChange, id: string): Promise<string> {
    return this.unitOfWork.once(commandOf('take-overs/withdraw', change, id), async (tx) => {
      await this.writing.withdraw(tx, change, id);
      return id;
    });
  }

  /** As of when its entries would be reversed; nothing is written. @throws as `execute` */
  rehearse(change: FactChange, id: string): Promise<PlainDate> {
    return this.unitOfWork.rehearse((tx) => this.writing.withdraw(tx, change, id));
  }
}
