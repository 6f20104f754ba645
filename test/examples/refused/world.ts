import type { Engine } from '../../../src/platform/database/engine.js';
import type { Definition } from '../../../src/programmes/definitions/definition.js';
import { bookFile } from '../../../src/programmes/definitions/book-file.js';
import { bookModules, type BookModules } from '../../support/book-modules.js';
import { addressText, ownDatabase } from '../../support/templates.js';
import { testBook, type TestBook } from '../../support/test-book.js';
import { startWebApp, type WebApp } from '../../web/web-app.js';

/** The Kreis Unna book, with the service on it and a second instance beside the service. */
export interface RefusedWorld {
  readonly app: WebApp;
  readonly book: TestBook;
  readonly modules: BookModules;
  /** Takes one definition in past the checks of files: the book itself has to say no. */
  readonly record: (definition: Definition) => Promise<unknown>;
  readonly close: () => Promise<void>;
}

export async function refusedWorld(engine: Engine): Promise<RefusedWorld> {
  const own = await ownDatabase(engine, 'example');
  const app = await startWebApp({ environment: { DATABASE_URL: addressText(own.address) } });
  const book = await testBook(own.address, { clock: app.clock });
  const modules = bookModules(book);
  await modules.open();
  return {
    ...{ app, book, modules },
    record: (definition) => record(book, modules, definition),
    close: async () => {
      await app.close();
      await book.close();
      await own.remove();
    },
  };
}

async function record(
  { unitOfWork }: TestBook,
  { importers }: BookModules,
  definition: Definition,
): Promise<unknown> {
  const { kind } = definition;
  if (kind === 'programme' || kind === 'law') throw new Error(`${kind} is shipped, not recorded`);
  const importer = importers.importerOf(kind);
  if (importer === undefined) throw new Error(`nobody takes in ${kind}`);
  const file = bookFile(definition) as never;
  return unitOfWork.run((tx) => importer.import(tx, file, 'person:test', () => undefined));
}
