import { NestFactory } from '@nestjs/core';
import type { INestApplicationContext, Type } from '@nestjs/common';
import { AppModule } from '../../src/app.module.js';
import { FixedClock } from '../../src/platform/clock/fixed-clock.js';
import { readConfig, type BookKind } from '../../src/platform/config/app-config.js';
import type { Engine } from '../../src/platform/database/engine.js';
import { Reader } from '../../src/platform/database/reader.js';
import type { Definition } from '../../src/programmes/definitions/definition.js';
import { bookFile } from '../../src/programmes/definitions/book-file.js';
import { ImportDefinitionsUseCase } from '../../src/programmes/import-definitions.use-case.js';
import { OpenBookUseCase } from '../../src/programmes/open-book.use-case.js';
import { TEST_SECRETS_KEY } from './secrets-key.js';
import { testBook, type TestBook } from './test-book.js';
import { addressText, ownDatabase, PRESENT, type OwnDatabase } from './templates.js';

/** The wired product over a book of its own, without HTTP. */
export interface OpenedApp {
  readonly engine: Engine;
  readonly clock: FixedClock;
  readonly reader: Reader;
  /** A use case, a query: whatever the modules provide. */
  get<T>(type: Type<T> | (abstract new (...parameters: never[]) => T)): T;
  /** Takes definitions in as an import of files does. */
  record(...definitions: readonly Definition[]): Promise<unknown>;
  /** One more instance over the same book, for races, or with settings of its own. */
  another(environment?: Readonly<Record<string, string>>): Promise<OpenedApp>;
}

export interface OpenedAppOptions {
  /** `empty` holds programmes and law only; `example` the whole Kreis Unna book. */
  readonly kind?: BookKind;
  readonly present?: string;
  readonly given?: readonly Definition[];
  /** Done to the book before the product opens it: as an earlier version left it. */
  readonly prepare?: (book: TestBook) => Promise<void>;
}

const SET_UP_MS = 90_000;
const QUIET = Object.freeze({ logger: false as const, abortOnError: false });

/** Tells the same about the wired product over a fresh book on SQLite and one on PostgreSQL. */
export function appOnEachDatabase(
  { kind = 'empty', present = PRESENT, given = [], prepare }: OpenedAppOptions,
  tell: (app: () => OpenedApp) => void,
): void {
  describe.each<Engine>(['sqlite', 'postgres'])('on %s', (engine) => {
    const contexts: INestApplicationContext[] = [];
    let own: OwnDatabase | undefined;
    let first: OpenedApp | undefined;

    const open: OpenedApp['another'] = async (environment = {}) => {
      if (own === undefined) throw new Error('the database is there from beforeAll on');
      const clock = new FixedClock(present);
      const config = readConfig({
        ...{ DATABASE_URL: addressText(own.address), BOOK: kind, SECRETS_KEY: TEST_SECRETS_KEY },
        ...environment,
      });
      const context = await NestFactory.createApplicationContext(
        AppModule.forRoot({ config, clock }),
        QUIET,
      );
      contexts.push(context);
      await context.get(OpenBookUseCase).execute();
      const get: OpenedApp['get'] = (type) => context.get(type as never, { strict: false });
      return {
        ...{ engine, clock, get, another: open },
        reader: get(Reader),
        record: (...definitions) =>
          get(ImportDefinitionsUseCase).execute(
            definitions.map((definition) => bookFile(definition)),
            'person:test',
          ),
      };
    };

    beforeAll(async () => {
      // At another present the book is opened anew: it says when it was.
      own = await ownDatabase(engine, present === PRESENT ? kind : 'migrated');
      if (prepare) await prepared(own, prepare);
      first = await open();
      if (given.length > 0) await first.record(...given);
    }, SET_UP_MS);

    afterAll(async () => {
      for (const context of contexts) await context.close();
      await own?.remove();
    }, SET_UP_MS);

    tell(() => {
      if (first === undefined) throw new Error('the book is there from beforeAll on');
      return first;
    });
  });
}

async function prepared(
  { address }: OwnDatabase,
  prepare: (book: TestBook) => Promise<void>,
): Promise<void> {
  const book = await testBook(address);
  try {
    await prepare(book);
  } finally {
    await book.close();
  }
}
