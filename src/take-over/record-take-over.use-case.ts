import { Injectable } from '@nestjs/common';
import { commandOf, type FactChange } from '../platform/database/fact-change.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import type { TakeOverDefinition } from '../programmes/definitions/definition.js';
import type { FactFinding } from '../programmes/definitions/fact-reading.js';
import { TakeOverWriting } from './take-over-writing.js';

/** "Übernahme eintragen": running cases come into the book, and are posted. */
@Injectable()
export class RecordTakeOverUseCase {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly writing: TakeOverWriting,
  ) {}

  /**
   * @returns the id of the take-over
   * @throws TakeOverTaken, FactRefused
   */
  execute(change: FactChange, takeOver: TakeOverDefinition): Promise<string> {
    return this.unitOfWork.once(commandOf('take-overs/record', change, takeOver), async (tx) => {
      await this.writing.record(tx, change, takeOver);
      return takeOver.id;
    });
  }

  /** What is doubtful about it; nothing is written. @throws as `execute` */
  rehearse(change: FactChange, takeOver: TakeOverDefinition): Promise<readonly FactFinding[]> {
    return this.unitOfWork.rehearse((tx) => this.writing.record(tx, change, takeOver));
  }
}
