import { Injectable } from '@nestjs/common';
import { FileStore } from '../documents/documents.js';
import type { Instant } from '../domain/calendar/instant.js';
import { acting } from '../identity/identity.js';
import { Reader } from '../platform/database/reader.js';
import { recorded, type Recorded } from '../platform/database/recorded.js';
import { latestRevision, latestRevisions } from '../platform/database/revision-queries.js';
import { ContractDocument } from './contract-document.entity.js';
import { toDocument, type FiledDocument } from './contract-document.rules.js';
import { DocumentWithoutFile, UnknownDocument } from './contracts.errors.js';

export {
  DOCUMENT_KINDS,
  readFirstHandOver,
  readHandOver,
  readPaper,
} from './contract-document.rules.js';
export type {
  ContractPaper,
  DocumentKind,
  FiledDocument,
  HandedOver,
  HandOver,
} from './contract-document.rules.js';

/** A file to be taken away. */
export interface FileToTake {
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Buffer;
}

/**
 * "Bestandteile": the parts of a contract, and their files. A partner's people see what was handed over
 * to their organisation, and not who else has it.
 */
@Injectable()
export class ContractDocumentsQueries {
  constructor(
    private readonly reader: Reader,
    private readonly files: FileStore,
  ) {}

  /** The parts of a contract, in the order of filing. */
  async documents(
    contractId: string,
    knownAt?: Instant,
  ): Promise<readonly Recorded<FiledDocument>[]> {
    const where = { contractId };
    const rows = await latestRevisions(this.reader, ContractDocument, { knownAt, where });
    return rows.flatMap((row) => seen(toDocument(row)).map((fact) => recorded(fact, row)));
  }

  /** @throws UnknownDocument */
  async document(contractId: string, id: string): Promise<Recorded<FiledDocument>> {
    const row = await latestRevision(this.reader, ContractDocument, id);
    const [fact] = row?.contractId === contractId ? seen(toDocument(row)) : [];
    if (row === undefined || fact === undefined) {
      throw new UnknownDocument({ contract: contractId, document: id });
    }
    return recorded(fact, row);
  }

  /** @throws UnknownDocument, DocumentWithoutFile */
  async file(contractId: string, id: string): Promise<FileToTake> {
    const { fact } = await this.document(contractId, id);
    if (!fact.file) throw new DocumentWithoutFile({ contract: contractId, document: id });
    const { name, mediaType, sha256 } = fact.file;
    return { name, mediaType, bytes: await this.files.bytes(this.reader, sha256) };
  }
}

function seen(document: FiledDocument): readonly FiledDocument[] {
  const { partner } = acting();
  if (partner === undefined) return [document];
  const own = document.handedOver.filter(({ party }) => party === partner);
  return own.length === 0 ? [] : [{ ...document, handedOver: own }];
}
