import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from '../../../src/platform/config/app-config.js';
import { ConfigError } from '../../../src/platform/config/config-error.js';
import { readDatabase } from '../../../src/platform/config/settings.js';
import { settleBook } from '../../../src/platform/database/book.js';
import { BookNotOpened } from '../../../src/platform/database/book-not-opened.js';
import { bookOnEachDatabase } from '../../support/on-each-database.js';
import { testBook } from '../../support/test-book.js';

describe('a book that cannot be opened', () => {
  const folder = mkdtempSync(join(tmpdir(), 'weiterleitungsbuch-'));
  const file = join(folder, 'kein-buch.sqlite');
  writeFileSync(file, 'Das ist kein Buch, sondern ein Text. '.repeat(200));
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  it.each([
    ['postgres://buch:geheim@127.0.0.1:1/buch', 'dort antwortet kein PostgreSQL-Server'],
    [`sqlite:${file}`, 'die Datei ist kein SQLite-Buch'],
    [`sqlite:${file}/buch.sqlite`, 'der Ordner'],
  ])('is named with the reason: %s', async (address, reason) => {
    const opening = testBook(readDatabase(address));
    await expect(opening).rejects.toThrow(BookNotOpened);
    await expect(opening).rejects.toThrow(reason);
    await expect(opening).rejects.not.toThrow('geheim');
  });
});

bookOnEachDatabase((database) => {
  it('is what it was made for, whatever is set later', async () => {
    const { unitOfWork, reader } = database.book;
    const kindFor = async (environment: Record<string, string>) =>
      (await settleBook(unitOfWork, reader, readConfig(environment))).kind;
    expect(await kindFor({ NODE_ENV: 'production' })).toBe('empty');
    expect(await kindFor({})).toBe('empty');
    expect(await kindFor({ BOOK: 'empty' })).toBe('empty');
    await expect(kindFor({ BOOK: 'example' })).rejects.toThrow(ConfigError);
  });

  it('is not touched by an earlier version of the product', async () => {
    const { address, writer } = database.book;
    await writer.query(`insert into migrations (timestamp, name) values (1, 'Later2099010100001')`);
    await expect(testBook(address)).rejects.toThrow('eine neuere Version');
    await writer.query(`delete from migrations where name = 'Later2099010100001'`);
  });
});
