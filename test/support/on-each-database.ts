import type { Engine } from '../../src/platform/database/engine.js';
import { ownDatabase, type OwnDatabase } from './templates.js';
import { testBook, type TestBook, type TestBookOptions } from './test-book.js';

/** The database of a test file; its book is there from `beforeAll` on. */
export interface TestDatabase {
  readonly engine: Engine;
  readonly book: TestBook;
  /** One more instance over the same book; closed with it. */
  anotherInstance(): Promise<TestBook>;
}

const SET_UP_MS = 60_000;

/** Says the same about a fresh book on SQLite and about one on PostgreSQL. */
export function bookOnEachDatabase(
  tell: (database: TestDatabase) => void,
  options: TestBookOptions = {},
): void {
  describe.each<Engine>(['sqlite', 'postgres'])('on %s', (engine) => {
    const books: TestBook[] = [];
    let own: OwnDatabase | undefined;

    const open = async (): Promise<TestBook> => {
      if (own === undefined) throw new Error('the database is there from beforeAll on');
      const book = await testBook(own.address, options);
      books.push(book);
      return book;
    };

    beforeAll(async () => {
      own = await ownDatabase(engine, 'migrated');
      await open();
    }, SET_UP_MS);

    afterAll(async () => {
      for (const book of books) await book.close();
      await own?.remove();
    }, SET_UP_MS);

    tell({
      engine,
      get book() {
        const [book] = books;
        if (book === undefined) throw new Error('the book is there from beforeAll on');
        return book;
      },
      anotherInstance: open,
    });
  });
}
