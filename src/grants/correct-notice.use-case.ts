import { Injectable } from '@nestjs/common';
import { commandOf, type FactChange } from '../platform/database/fact-change.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import type { NoticeDefinition } from '../programmes/definitions/definition.js';
import type { FactFinding } from '../programmes/definitions/fact-reading.js';
import { NoticeWriting } from './notice-writing.js';

/** "Bescheid berichtigen": the book told it wrong. What the Land changes is an amending notice. */
@Injectable()
export class CorrectNoticeUseCase {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly writing: NoticeWriting,
  ) {}

  /**
   * @param notice as it should have stood, with all its lines
   * @returns the id of the notice
   * @throws UnknownNotice, StaleRevision, NoticeInUse, NoticeLineIdTooLong, FactRefused
   */
  execute(change: FactChange, notice: NoticeDefinition): Promise<string> {
    return this.unitOfWork.once(commandOf('notices/correct', change, notice), async (tx) => {
      await this.writing.correct(tx, change, notice);
      return notice.id;
    });
  }

  /** What is doubtful about it, shortages among it; nothing is written. @throws as `execute` */
  rehearse(change: FactChange, notice: NoticeDefinition): Promise<readonly FactFinding[]> {
    return this.unitOfWork.rehearse((tx) => this.writing.correct(tx, change, notice));
  }
}
