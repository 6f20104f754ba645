import { Injectable } from '@nestjs/common';
import { commandOf, type FactChange } from '../platform/database/fact-change.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import type { NoticeDefinition } from '../programmes/definitions/definition.js';
import type { FactFinding } from '../programmes/definitions/fact-reading.js';
import { NoticeWriting } from './notice-writing.js';

/**
 * "Bescheid eintragen": a new notice, one that amends another (R10), or one that follows on another.
 * A cut is recorded even below what is used (R1).
 */
@Injectable()
export class RecordNoticeUseCase {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly writing: NoticeWriting,
  ) {}

  /**
   * @returns the id of the notice
   * @throws NoticeTaken, NoticeLineIdTooLong, FactRefused
   */
  execute(change: FactChange, notice: NoticeDefinition): Promise<string> {
    return this.unitOfWork.once(commandOf('notices/record', change, notice), async (tx) => {
      await this.writing.record(tx, change, notice);
      return notice.id;
    });
  }

  /** What is doubtful about it, shortages among it; nothing is written. @throws as `execute` */
  rehearse(change: FactChange, notice: NoticeDefinition): Promise<readonly FactFinding[]> {
    return this.unitOfWork.rehearse((tx) => this.writing.record(tx, change, notice));
  }
}
