import type { ImportResult } from '../../src/programmes/definition-import.js';
import { bookFile } from '../../src/programmes/definitions/book-file.js';
import type { Definition } from '../../src/programmes/definitions/definition.js';
import type { BookModules } from './book-modules.js';
import type { TestBook } from './test-book.js';

/** Imports without the checks of the files, so that the book itself has to say no. */
export function importInto(
  modules: BookModules,
  book: TestBook,
  definitions: readonly Definition[],
): Promise<ImportResult> {
  const files = definitions.map((definition) => bookFile(definition));
  return book.unitOfWork.run((tx) => modules.imports.importInto(tx, files, 'person:test'));
}
