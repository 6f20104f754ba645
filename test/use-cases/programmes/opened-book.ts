import { BookOpeners } from '../../../src/platform/database/book-openers.js';
import { cpSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { toJson } from '../../../src/domain/errors/domain-error.js';
import { readConfig, type BookKind } from '../../../src/platform/config/app-config.js';
import { Book } from '../../../src/platform/database/book.js';
import { DefinitionImporters, RefusalWording } from '../../../src/programmes/definition-import.js';
import { ImportDefinitionsUseCase } from '../../../src/programmes/import-definitions.use-case.js';
import { LawTables } from '../../../src/programmes/law-tables.js';
import { OpenBookUseCase } from '../../../src/programmes/open-book.use-case.js';
import { Programmes } from '../../../src/programmes/programmes.js';
import { ReleaseDefinitionsUseCase } from '../../../src/programmes/release-definitions.use-case.js';
import type { TestBook } from '../../support/test-book.js';
import { changedSource, CONTRACTS, type Change } from './shipped.js';

/** The pieces of the module over a test book, put together as the composition root does it. */
export interface OpenedBook {
  readonly programmes: Programmes;
  readonly lawTables: LawTables;
  readonly importers: DefinitionImporters;
  readonly imports: ImportDefinitionsUseCase;
  readonly open: () => Promise<BookKind>;
}

export interface Opening {
  readonly book?: BookKind;
  readonly contractsDir?: string;
}

class CodeAndFacts extends RefusalWording {
  describe(error: Parameters<RefusalWording['describe']>[0]): string {
    return `${error.code} ${toJson(error.facts)}`;
  }
}

export function openedBook(
  { unitOfWork, reader }: TestBook,
  { book: kind = 'example', contractsDir = CONTRACTS }: Opening = {},
): OpenedBook {
  const config = readConfig({ CONTRACTS_DIR: contractsDir });
  const book = new Book(kind);
  const programmes = new Programmes();
  const lawTables = new LawTables();
  const importers = new DefinitionImporters();
  const wording = new CodeAndFacts();
  const imports = new ImportDefinitionsUseCase(
    ...([unitOfWork, book, reader, importers, programmes, wording] as const),
  );
  const release = new ReleaseDefinitionsUseCase();
  const useCase = new OpenBookUseCase(
    ...([config, book, unitOfWork, reader, release, imports] as const),
    ...([programmes, lawTables, new BookOpeners()] as const),
  );
  return { programmes, lawTables, importers, imports, open: () => useCase.execute() };
}

/** A copy of the shipped folder in which one file reads differently. */
export function changedFolder(file: string, ...changes: readonly Change[]): string {
  const folder = join(mkdtempSync(join(tmpdir(), 'definitions-')), 'contracts');
  cpSync(CONTRACTS, folder, { recursive: true });
  const { name, bytes } = changedSource(file, ...changes);
  writeFileSync(join(dirname(folder), name), bytes);
  return folder;
}
