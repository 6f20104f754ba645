import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { AppConfig, type BookKind } from '../platform/config/app-config.js';
import { Book } from '../platform/database/book.js';
import { Reader } from '../platform/database/reader.js';
import { lockingClause } from '../platform/database/typeorm-tx.js';
import { UnitOfWork, type Tx } from '../platform/database/unit-of-work.js';
import { BookOpeners, type BookOpener } from '../platform/database/book-openers.js';
import type { DefinitionFile } from './definitions/definition.js';
import { hasErrors, sortFindings } from './definitions/finding.js';
import { readFolder, type DefinitionSource } from './definitions/definition-folder.js';
import { ImportDefinitionsUseCase } from './import-definitions.use-case.js';
import { LawTables } from './law-tables.js';
import { Programmes } from './programmes.js';
import { DefinitionsRefused } from './programmes.errors.js';
import { ReleaseDefinitionsUseCase } from './release-definitions.use-case.js';
import { ShippedSet } from './released-row.entity.js';

/** Who takes in the shipped files. */
const STARTER = 'system:start';

/** Raised when a check is added: shipped files that were taken in before are then looked at again. */
const CHECKED_AS = 1;

/**
 * "Buch öffnen": what happens at each start. Shipped programmes and law tables are released; an
 * example book takes in the example. All of it in one transaction, so that a start that is cut off
 * leaves the book as it was.
 */
@Injectable()
export class OpenBookUseCase {
  constructor(
    private readonly config: AppConfig,
    private readonly book: Book,
    private readonly unitOfWork: UnitOfWork,
    private readonly reader: Reader,
    private readonly release: ReleaseDefinitionsUseCase,
    private readonly imports: ImportDefinitionsUseCase,
    private readonly programmes: Programmes,
    private readonly lawTables: LawTables,
    private readonly openers: BookOpeners,
  ) {}

  /**
   * @returns the kind of the book
   * @throws DefinitionsRefused with every finding in the shipped files
   */
  async execute(): Promise<BookKind> {
    const sources = readFolder(this.config.contractsDir);
    const hash = hashOf(sources);
    const files = (await isTakenIn(this.reader, hash)) ? undefined : await checked(sources);
    if (files !== undefined || (await this.isDue(this.openers.of('before-files')))) {
      await this.unitOfWork.run((tx) => this.prepare(tx, files, hash));
    }
    await this.reload(this.reader);
    for (const opener of this.openers.of('after-files')) {
      if (await opener.isDue(this.reader)) await this.unitOfWork.run((tx) => openOnce(tx, opener));
    }
    return this.book.kind;
  }

  private async isDue(openers: readonly BookOpener[]): Promise<boolean> {
    for (const opener of openers) if (await opener.isDue(this.reader)) return true;
    return false;
  }

  /**
   * What the book itself lacks, then the files: of several instances that start at once, one
   * works; the others wait for it.
   *
   * @param files absent: they are taken in already
   */
  private async prepare(
    tx: Tx,
    files: readonly DefinitionFile[] | undefined,
    hash: string,
  ): Promise<void> {
    await holdBook(tx);
    for (const opener of this.openers.of('before-files')) {
      if (await opener.isDue(tx)) await opener.open(tx);
    }
    if (files === undefined || (await isTakenIn(tx, hash))) return;
    await this.release.execute(tx, files, STARTER);
    await this.reload(tx);
    if (this.book.kind === 'example') await this.imports.importInto(tx, files, STARTER);
    await tx.repository(ShippedSet).insert({ hash, recordedAt: tx.at });
  }

  private async reload(source: Pick<Tx, 'all'>): Promise<void> {
    await this.programmes.reload(source);
    await this.lawTables.reload(source);
  }
}

/** Of several instances that open the book at once, one works; the others wait for it. */
async function openOnce(tx: Tx, opener: BookOpener): Promise<void> {
  await holdBook(tx);
  if (await opener.isDue(tx)) await opener.open(tx);
}

async function holdBook(tx: Tx): Promise<void> {
  await tx.all(`select kind from book where id = 1${lockingClause(tx)}`);
}

async function isTakenIn(source: Pick<Tx, 'all'>, hash: string): Promise<boolean> {
  const rows = await source.all('select hash from shipped_set where hash = ?', [hash]);
  return rows.length > 0;
}

/**
 * The parser is loaded here: most starts find the files taken in, and need none.
 *
 * @throws DefinitionsRefused
 */
async function checked(sources: readonly DefinitionSource[]): Promise<readonly DefinitionFile[]> {
  const { readSources } = await import('./definitions/load-definitions.js');
  const { checkDefinitions } = await import('./definitions/check-definitions.js');
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
