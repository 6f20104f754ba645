import { ENTITIES } from '../../src/app.entities.js';
import { readDatabase } from '../../src/platform/config/settings.js';
import { readerOptions } from '../../src/platform/database/data-sources.js';
import { openReader } from '../../src/platform/database/open-database.js';
import type { Reader } from '../../src/platform/database/reader.js';
import { TypeormReader } from '../../src/platform/database/typeorm-reader.js';

/** Reads a book by plain SQL, beside the process that serves it. */
export async function readBook<T>(
  databaseUrl: string,
  read: (reader: Reader) => Promise<T>,
): Promise<T> {
  const contents = { entities: ENTITIES, migrations: [] };
  const source = await openReader(readerOptions(readDatabase(databaseUrl), contents));
  try {
    return await read(new TypeormReader(source));
  } finally {
    await source.destroy();
  }
}
