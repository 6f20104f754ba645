import { Injectable } from '@nestjs/common';
import { DomainError } from '../domain/errors/domain-error.js';
import { Book } from '../platform/database/book.js';
import { Reader } from '../platform/database/reader.js';
import { UnitOfWork, type Tx } from '../platform/database/unit-of-work.js';
import {
  DefinitionImporters,
  IMPORTED_KINDS,
  RefusalWording,
  type DefinitionImporter,
  type ImportDifference,
  type ImportedKind,
  type ImportResult,
} from './definition-import.js';
import { bookFile } from './definitions/book-file.js';
import { checkDefinitions } from './definitions/check-definitions.js';
import type { DefinitionFile } from './definitions/definition.js';
import { findingAt, hasErrors, type Finding } from './definitions/finding.js';
import { examplesIn } from './example.rules.js';
import { Programmes } from './programmes.js';
import { DefinitionsRefused } from './programmes.errors.js';

/** What an import did, over all files. */
export interface ImportReport extends ImportResult {
  readonly warnings: readonly Finding[];
}

/** "Definitionen einlesen": notices, partners, contracts and posts, all of them or none. */
@Injectable()
export class ImportDefinitionsUseCase {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly book: Book,
    private readonly reader: Reader,
    private readonly importers: DefinitionImporters,
    private readonly programmes: Programmes,
    private readonly wording: RefusalWording,
  ) {}

  /**
   * Adds what the book does not know, in one transaction, and reports what differs.
   * @throws DefinitionsRefused with all findings; the book is then as it was
   */
  async execute(files: readonly DefinitionFile[], by: string): Promise<ImportReport> {
    const warnings = await this.check(files);
    const result = await this.unitOfWork.run((tx) => this.importInto(tx, files, by));
    return { ...result, warnings };
  }

  /** The same inside a transaction that is open already; the files have been checked. */
  async importInto(tx: Tx, files: readonly DefinitionFile[], by: string): Promise<ImportResult> {
    const results: ImportResult[] = [];
    for (const kind of IMPORTED_KINDS) {
      const importer = this.importers.importerOf(kind);
      for (const file of files.filter(({ definition }) => definition.kind === kind)) {
        if (importer) results.push(await this.importFile(tx, importer, file, by));
      }
      await importer?.finish?.(tx, { by, key: `import:${tx.at}` });
    }
    return {
      added: results.flatMap(({ added }) => added),
      unchanged: results.flatMap(({ unchanged }) => unchanged),
      differing: results.flatMap(({ differing }): readonly ImportDifference[] => differing),
    };
  }

  /** A rule of the book that says no becomes a finding at the line of what was being imported. */
  private async importFile(
    tx: Tx,
    importer: DefinitionImporter,
    file: DefinitionFile,
    by: string,
  ): Promise<ImportResult> {
    let place = '';
    try {
      return await importer.import(tx, file as DefinitionFile<never>, by, (path) => (place = path));
    } catch (error) {
      if (!(error instanceof DomainError) || error instanceof DefinitionsRefused) throw error;
      throw new DefinitionsRefused([findingAt(file, place, this.wording.describe(error))]);
    }
  }

  private async check(files: readonly DefinitionFile[]): Promise<readonly Finding[]> {
    const foreign = files.flatMap((file) =>
      IMPORTED_KINDS.includes(file.definition.kind as ImportedKind)
        ? []
        : [
            findingAt(
              file,
              'kind',
              'Förderprogramme und Rechtstabellen werden mit dem Programm ausgeliefert, nicht eingelesen.',
            ),
          ],
    );
    const examples = this.book.kind === 'example' ? [] : files.flatMap(examplesIn);
    const findings = newFindings(files, await this.inBook());
    const errors = [...foreign, ...examples, ...findings];
    if (hasErrors(errors)) throw new DefinitionsRefused(errors);
    const own = new Set(files.map(({ file }) => file));
    return findings.filter(({ file }) => own.has(file));
  }

  private async inBook(): Promise<readonly DefinitionFile[]> {
    const held = [...this.programmes.programmes()].map(bookFile) as DefinitionFile[];
    for (const exporter of this.importers.allExporters()) {
      const definitions = await exporter.export(this.reader);
      held.push(...definitions.map((definition) => bookFile(definition) as DefinitionFile));
    }
    return held;
  }
}

/** What the files would bring in: a shortage that the book has already is not theirs. */
function newFindings(
  files: readonly DefinitionFile[],
  inBook: readonly DefinitionFile[],
): readonly Finding[] {
  const before = new Set(checkDefinitions(inBook).map(({ message }) => message));
  return checkDefinitions(files, inBook).filter(({ message }) => !before.has(message));
}
