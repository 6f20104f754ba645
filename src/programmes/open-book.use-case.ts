import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { AppConfig, type BookKind } from '../platform/config/app-config.js';
import { Reader } from '../platform/database/reader.js';
import { UnitOfWork, type Tx } from '../platform/database/unit-of-work.js';
import { checkDefinitions } from './definitions/check-definitions.js';
import type { DefinitionFile } from './definitions/definition.js';
import { hasErrors, sortFindings } from './definitions/finding.js';
import { readFolder, readSources, type DefinitionSource } from './definitions/load-definitions.js';
import { ImportDefinitionsUseCase } from './import-definitions.use-case.js';
import { LawTables } from './law-tables.js';
import { Programmes } from './programmes.js';
import { BookKindFixed, DefinitionsRefused } from './programmes.errors.js';
import { ReleaseDefinitionsUseCase } from './release-definitions.use-case.js';
import { BookRow, ShippedSet } from './released-row.entity.js';

/** Who takes in the shipped files. */
const STARTER = 'system:start';

/** Raised when a check is added: shipped files that were taken in before are then looked at again. */
const CHECKED_AS = 1;

/**
 * "Buch öffnen": what happens at each start. The kind of the book is written once; shipped
 * programmes and law tables are released; an example book takes in the example. All of it in one
 * transaction, so that a start that is cut off leaves the book as it was.
 */
@Injectable()
export class OpenBookUseCase {
  constructor(
    private readonly config: AppConfig,
    private readonly unitOfWork: UnitOfWork,
    private readonly reader: Reader,
    private readonly release: ReleaseDefinitionsUseCase,
    private readonly imports: ImportDefinitionsUseCase,
    private readonly programmes: Programmes,
    private readonly lawTables: LawTables,
  ) {}

  /**
   * @returns the kind of the book
   * @throws DefinitionsRefused with every finding in the shipped files
   * @throws BookKindFixed if BOOK names another kind than the book has
   */
  async execute(): Promise<BookKind> {
    const sources = readFolder(this.config.contractsDir);
    const hash = hashOf(sources);
    const before = await this.kindInBook();
    this.ensureSameKind(before);
    const kind = before ?? this.config.bookAtFirstStart;
    if (before === undefined || !(await this.isTakenIn(hash))) {
      const files = checked(sources);
      await this.unitOfWork.run((tx) => this.takeIn(tx, kind, files, hash));
    }
    await this.reload(this.reader);
    return kind;
  }

  private async takeIn(
    tx: Tx,
    kind: BookKind,
    files: readonly DefinitionFile[],
    hash: string,
  ): Promise<void> {
    const [book] = await tx.all<{ kind: BookKind }>('select kind from book');
    if (book === undefined) {
      await tx.repository(BookRow).insert({ id: 1, kind, recordedAt: tx.at });
    } else {
      this.ensureSameKind(book.kind);
    }
    await this.release.execute(tx, files, STARTER);
    await this.reload(tx);
    if ((book?.kind ?? kind) === 'example') await this.imports.importInto(tx, files, STARTER);
    const [taken] = await tx.all('select hash from shipped_set where hash = ?', [hash]);
    if (taken === undefined) await tx.repository(ShippedSet).insert({ hash, recordedAt: tx.at });
  }

  private async reload(source: Pick<Tx, 'all'>): Promise<void> {
    await this.programmes.reload(source);
    await this.lawTables.reload(source);
  }

  private async kindInBook(): Promise<BookKind | undefined> {
    const [book] = await this.reader.all<{ kind: BookKind }>('select kind from book');
    return book?.kind;
  }

  private async isTakenIn(hash: string): Promise<boolean> {
    const rows = await this.reader.all('select hash from shipped_set where hash = ?', [hash]);
    return rows.length > 0;
  }

  private ensureSameKind(inBook: BookKind | undefined): void {
    const { book } = this.config;
    if (inBook !== undefined && book !== undefined && book !== inBook) {
      throw new BookKindFixed(inBook, book);
    }
  }
}

/** @throws DefinitionsRefused */
function checked(sources: readonly DefinitionSource[]): readonly DefinitionFile[] {
  const { files, findings } = readSources(sources);
  const all = [...findings, ...(findings.length === 0 ? checkDefinitions(files) : [])];
  if (hasErrors(all)) throw new DefinitionsRefused(sortFindings(all));
  return files;
}

function hashOf(sources: readonly DefinitionSource[]): string {
  const hash = createHash('sha256').update(`checks ${CHECKED_AS}\n`);
  for (const { name, bytes } of sources) hash.update(`${name} ${bytes.length}\n`).update(bytes);
  return hash.digest('hex');
}
