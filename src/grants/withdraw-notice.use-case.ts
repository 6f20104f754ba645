import { Injectable } from '@nestjs/common';
import { commandOf, type FactChange } from '../platform/database/fact-change.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { NoticeWriting } from './notice-writing.js';

/** "Bescheid zurücknehmen": one that was recorded by mistake, and that nobody names. */
@Injectable()
export class WithdrawNoticeUseCase {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly writing: NoticeWriting,
  ) {}

  /**
   * @returns the id of the notice
   * @throws UnknownNotice, StaleRevision, NoticeInUse
   */
  execute(change: FactChange, noticeId: string): Promise<string> {
    return this.unitOfWork.once(commandOf('notices/withdraw', change, noticeId), async (tx) => {
      await this.writing.withdraw(tx, change, noticeId);
      return noticeId;
    });
  }

  /** Whether it may be taken back; nothing is written. @throws as `execute` */
  rehearse(change: FactChange, noticeId: string): Promise<void> {
    return this.unitOfWork.rehearse((tx) => this.writing.withdraw(tx, change, noticeId));
  }
}
