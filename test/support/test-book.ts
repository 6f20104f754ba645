import type { DataSource } from 'typeorm';
import { ENTITIES, MIGRATIONS, REFUSALS } from '../../src/app.entities.js';
import { FixedClock } from '../../src/platform/clock/fixed-clock.js';
import type { DatabaseAddress } from '../../src/platform/config/settings.js';
import { BookVersion } from '../../src/platform/database/book-version.js';
import {
  readerOptions,
  writerOptions,
  type DatabaseContents,
} from '../../src/platform/database/data-sources.js';
import { openReader, openWriter, unitOfWorkOn } from '../../src/platform/database/open-database.js';
import type { Reader } from '../../src/platform/database/reader.js';
import { TypeormReader } from '../../src/platform/database/typeorm-reader.js';
import type { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { Ids } from '../../src/platform/ids/ids.js';

/** The pieces of one instance over a book, without HTTP. */
export interface TestBook {
  readonly address: DatabaseAddress;
  readonly unitOfWork: UnitOfWork;
  readonly reader: Reader;
  readonly clock: FixedClock;
  readonly ids: Ids;
  readonly version: BookVersion;
  /** For tests of the database itself: direct SQL, past every rule of the product. */
  readonly writer: DataSource;
  readonly readerSource: DataSource;
  close(): Promise<void>;
}

export interface TestBookOptions {
  /** Instead of the product's tables; tests of the platform bring tables of their own. */
  readonly contents?: DatabaseContents;
  readonly clock?: FixedClock;
}

/** Opens a book as an instance does; two over one address are two instances. */
export async function testBook(
  address: DatabaseAddress,
  options: TestBookOptions = {},
): Promise<TestBook> {
  const { contents = { entities: ENTITIES, migrations: MIGRATIONS } } = options;
  const clock = options.clock ?? new FixedClock();
  const ids = new Ids(clock);
  const writer = await openWriter(writerOptions(address, contents));
  const readerSource = await openReader(readerOptions(address, contents));
  const reader = new TypeormReader(readerSource);
  const unitOfWork = unitOfWorkOn(writer, { clock, ids, refusals: REFUSALS });
  return {
    ...{ address, unitOfWork, reader, clock, ids, writer, readerSource },
    version: new BookVersion(reader),
    close: async () => {
      await unitOfWork.idle();
      await readerSource.destroy();
      await writer.destroy();
    },
  };
}
