import { Injectable } from '@nestjs/common';
import { FileStore, type IncomingFile } from '../documents/documents.js';
import { Clock } from '../platform/clock/clock.js';
import { commandOf, statementOf, type FactChange } from '../platform/database/fact-change.js';
import { appendRevision } from '../platform/database/revisions.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { Ids } from '../platform/ids/ids.js';
import { ContractDocument } from './contract-document.entity.js';
import {
  documentRow,
  handedOverAfter,
  type ContractPaper,
  type HandOver,
} from './contract-document.rules.js';
import { heldContract } from './contract-references.js';
import { ensureHappened, ensureParty } from './signing.rules.js';
import type { ContractDefinition } from '../programmes/definitions/definition.js';
import type { PlainDate } from '../domain/calendar/plain-date.js';

/** A part of a contract to be filed. */
export interface FileDocument {
  readonly contract: string;
  readonly paper: ContractPaper;
  /** Absent: it is handed over later. */
  readonly handedOver?: HandOver;
  /** Absent: the part is noted without a file. */
  readonly file?: IncomingFile;
}

/** "Bestandteil ablegen": notice, ANBest, concept or job description as a dated file (§ 7 Abs. 1). */
@Injectable()
export class FileDocumentUseCase {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly files: FileStore,
    private readonly ids: Ids,
    private readonly clock: Clock,
  ) {}

  /**
   * @returns the id of the document
   * @throws FileTooLarge, FileKindRefused, UnknownContract, NotAParty
   */
  async execute(change: FactChange, given: FileDocument): Promise<string> {
    const { contract: id, paper, handedOver, file } = given;
    const mark = file && { name: file.name, ...this.files.look(file) };
    const command = commandOf('file-document', change, { ...given, file: mark });
    return this.unitOfWork.once(command, async (tx) => {
      const contract = await heldContract(tx, id);
      if (handedOver) ensureHandedOver(contract, handedOver, this.clock.today());
      if (file) await this.files.store(tx, file);
      const filed = {
        ...{ id: this.ids.newId(), contract: id, ...paper },
        handedOver: handedOver ? handedOverAfter([], handedOver) : [],
        ...(mark && { file: mark }),
      };
      await appendRevision(tx, ContractDocument, documentRow(filed), statementOf(change));
      return filed.id;
    });
  }
}

/** Parts are handed over to parties, and have been. @throws NotAParty, InvalidField */
export function ensureHandedOver(
  contract: ContractDefinition,
  { on, to }: HandOver,
  today: PlainDate,
): void {
  ensureHappened(on, today, '/handedOverOn');
  for (const party of to) ensureParty(contract, party);
}
