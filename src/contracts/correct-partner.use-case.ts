import { Injectable } from '@nestjs/common';
import { Book } from '../platform/database/book.js';
import { commandOf, type FactChange } from '../platform/database/fact-change.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import type { PartnerDefinition } from '../programmes/definitions/definition.js';
import { replacePartner } from './partner-writing.js';

/** "Weiterleitungsempfänger berichtigen": a new name, another account, a moved office. */
@Injectable()
export class CorrectPartnerUseCase {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly book: Book,
  ) {}

  /**
   * @param partner as it shall stand, all of it
   * @returns the id of the partner
   * @throws UnknownPartner, StaleRevision if somebody else was faster
   */
  async execute(change: FactChange, partner: PartnerDefinition): Promise<string> {
    return this.unitOfWork.once(commandOf('correct-partner', change, partner), async (tx) => {
      await replacePartner(tx, this.book, partner, change);
      return partner.id;
    });
  }

  /** Refuses what `execute` would refuse, and writes nothing. */
  async rehearse(change: FactChange, partner: PartnerDefinition): Promise<void> {
    await this.unitOfWork.rehearse((tx) => replacePartner(tx, this.book, partner, change));
  }
}
