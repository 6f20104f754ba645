import { Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock/clock.js';
import { commandOf, type FactChange } from '../platform/database/fact-change.js';
import { latestRevision } from '../platform/database/revision-queries.js';
import { appendRevision } from '../platform/database/revisions.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { ContractDocument } from './contract-document.entity.js';
import {
  documentRow,
  handedOverAfter,
  toDocument,
  type HandOver,
} from './contract-document.rules.js';
import { heldContract } from './contract-references.js';
import { UnknownDocument } from './contracts.errors.js';
import { ensureHandedOver } from './file-document.use-case.js';

/** A part that was handed over to some parties; said again of a party it corrects the day. */
export interface HandOverDocument {
  readonly contract: string;
  readonly document: string;
  readonly handedOver: HandOver;
}

/** "Übergeben am": from that day on a partner knows the part, as § 7 Abs. 1 asks. */
@Injectable()
export class HandOverDocumentUseCase {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /**
   * @param change `expected` is the revision of the document
   * @returns the id of the document
   * @throws UnknownContract, UnknownDocument, StaleRevision, NotAParty
   */
  async execute(change: FactChange, command: HandOverDocument): Promise<string> {
    const { contract: id, document, handedOver } = command;
    return this.unitOfWork.once(commandOf('hand-over-document', change, command), async (tx) => {
      const contract = await heldContract(tx, id);
      const row = await latestRevision(tx, ContractDocument, document);
      if (row?.contractId !== id) throw new UnknownDocument({ contract: id, document });
      ensureHandedOver(contract, handedOver, this.clock.today());
      const { by, reason, expected } = change;
      const statement = { by, reason, ...(expected !== undefined && { expected }) };
      const before = toDocument(row);
      const filed = { ...before, handedOver: handedOverAfter(before.handedOver, handedOver) };
      await appendRevision(tx, ContractDocument, documentRow(filed), statement);
      return document;
    });
  }
}
