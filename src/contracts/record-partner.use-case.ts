import { Injectable } from '@nestjs/common';
import { Book } from '../platform/database/book.js';
import { commandOf, type FactChange } from '../platform/database/fact-change.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import type { PartnerDefinition } from '../programmes/definitions/definition.js';
import { addPartner } from './partner-writing.js';

/** "Weiterleitungsempfänger aufnehmen": somebody who will receive forwarded money. */
@Injectable()
export class RecordPartnerUseCase {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly book: Book,
  ) {}

  /**
   * @returns the id of the partner
   * @throws PartnerTaken, FactRefused for made-up facts in a real book
   */
  async execute(change: FactChange, partner: PartnerDefinition): Promise<string> {
    return this.unitOfWork.once(commandOf('record-partner', change, partner), async (tx) => {
      await addPartner(tx, this.book, partner, change);
      return partner.id;
    });
  }

  /** Refuses what `execute` would refuse, and writes nothing. */
  async rehearse(change: FactChange, partner: PartnerDefinition): Promise<void> {
    await this.unitOfWork.rehearse((tx) => addPartner(tx, this.book, partner, change));
  }
}
