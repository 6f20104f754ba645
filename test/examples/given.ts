import { EntitlementsQueries } from '../../src/positions/entitlements.queries.js';
import { PositionsQueries } from '../../src/positions/positions.queries.js';
import type { Definition } from '../../src/programmes/definitions/definition.js';
import { bookModules, type BookModules } from '../support/book-modules.js';
import { importInto } from '../support/import-into.js';
import { aNotice, aPartner, partnersOf } from '../support/notice-builder.js';
import { bookOnEachDatabase, type TestDatabase } from '../support/on-each-database.js';

/** A book in which a story happens, with what people ask of it. */
export interface StoryBook {
  readonly modules: BookModules;
  readonly entitlements: EntitlementsQueries;
  readonly positions: PositionsQueries;
  /** Takes more facts in; the book says no where a rule does. */
  record(...definitions: readonly Definition[]): Promise<unknown>;
}

/** Tells a story on each database: Lünen and Selm, KIM II of 2023, and the given facts. */
export function story(given: readonly Definition[], tell: (book: () => StoryBook) => void): void {
  bookOnEachDatabase((database) => {
    let book: StoryBook | undefined;

    beforeAll(async () => {
      book = storyBook(database);
      const partners = [
        aPartner(),
        aPartner({ id: 'selm', name: 'Stadt Selm', shortName: 'Selm' }),
      ];
      await book.record(partnersOf(...partners), aNotice(), ...given);
    }, 60_000);

    tell(() => {
      if (book === undefined) throw new Error('the book is there from beforeAll on');
      return book;
    });
  });
}

function storyBook({ book }: TestDatabase): StoryBook {
  const modules = bookModules(book);
  return {
    modules,
    entitlements: new EntitlementsQueries(modules.facts, modules.programmes),
    positions: new PositionsQueries(modules.facts, book.reader),
    record: (...definitions) => importInto(modules, book, definitions),
  };
}
