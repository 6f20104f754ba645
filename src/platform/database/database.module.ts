import { Inject, Module, type BeforeApplicationShutdown, type DynamicModule } from '@nestjs/common';
import { getDataSourceToken, TypeOrmModule } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { Clock } from '../clock/clock.js';
import { AppConfig } from '../config/app-config.js';
import { Ids } from '../ids/ids.js';
import { Book, settleBook } from './book.js';
import { BookOpeners } from './book-openers.js';
import { BookVersion } from './book-version.js';
import { CommitHooks } from './commit-hooks.js';
import type { DatabaseRefusal } from './database-failure.js';
import { readerOptions, writerOptions, type DatabaseContents } from './data-sources.js';
import { openReader, openWriter, unitOfWorkOn } from './open-database.js';
import { RevisionWatchers } from './revision-watchers.js';
import { Reader } from './reader.js';
import { TypeormReader } from './typeorm-reader.js';
import { TypeormUnitOfWork } from './typeorm-unit-of-work.js';
import { UnitOfWork } from './unit-of-work.js';

/** What the composition root hands in: the lists of all modules, joined. */
export interface DatabaseModuleOptions extends DatabaseContents {
  readonly refusals: readonly DatabaseRefusal[];
}

/** Where the modules above register. */
const SHARED = [BookOpeners, CommitHooks, RevisionWatchers];

const WRITER = 'writer';
const READER = 'reader';

/** Connects the book: the writer first, which brings the tables up to date, then the reader. */
@Module({})
export class DatabaseModule implements BeforeApplicationShutdown {
  constructor(@Inject(UnitOfWork) private readonly unitOfWork: TypeormUnitOfWork) {}

  static forRoot(options: DatabaseModuleOptions): DynamicModule {
    return {
      module: DatabaseModule,
      global: true,
      imports: [writerModule(options), readerModule(options)],
      providers: [
        ...SHARED,
        {
          provide: UnitOfWork,
          inject: [getDataSourceToken(WRITER), Clock, Ids, CommitHooks, RevisionWatchers],
          useFactory: (
            writer: DataSource,
            ...[clock, ids, hooks, watchers]: [Clock, Ids, CommitHooks, RevisionWatchers]
          ) => unitOfWorkOn(writer, { clock, ids, hooks, watchers, refusals: options.refusals }),
        },
        {
          provide: Reader,
          inject: [getDataSourceToken(READER)],
          useFactory: (reader: DataSource) => new TypeormReader(reader),
        },
        { provide: Book, inject: [UnitOfWork, Reader, AppConfig], useFactory: settleBook },
        BookVersion,
      ],
      exports: [...SHARED, UnitOfWork, Reader, Book, BookVersion],
    };
  }

  /** Whoever waits for a commit gets it before the connections are closed. */
  async beforeApplicationShutdown(): Promise<void> {
    await this.unitOfWork.idle();
  }
}

function writerModule(contents: DatabaseContents): DynamicModule {
  return TypeOrmModule.forRootAsync({
    name: WRITER,
    inject: [AppConfig],
    useFactory: ({ database }: AppConfig) => ({
      ...writerOptions(database, contents),
      ...NO_RETRIES,
    }),
    dataSourceFactory: (options) => openWriter(required(options)),
  });
}

function readerModule(contents: DatabaseContents): DynamicModule {
  return TypeOrmModule.forRootAsync({
    name: READER,
    inject: [AppConfig, getDataSourceToken(WRITER)],
    useFactory: ({ database }: AppConfig) => ({
      ...readerOptions(database, contents),
      ...NO_RETRIES,
    }),
    dataSourceFactory: (options) => openReader(required(options)),
  });
}

/** A wrong address is told at once. */
const NO_RETRIES = { retryAttempts: 0 } as const;

function required<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('a database without options');
  return value;
}
