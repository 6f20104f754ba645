import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { readConfig } from '../../../src/platform/config/app-config.js';
import { ConfigError } from '../../../src/platform/config/config-error.js';
import { readDatabase } from '../../../src/platform/config/settings.js';
import { settleBook } from '../../../src/platform/database/book.js';
import { BookNotOpened } from '../../../src/platform/database/book-not-opened.js';
import { bookOnEachDatabase } from '../../support/on-each-database.js';
import { addressText, ownDatabase, type OwnDatabase } from '../../support/templates.js';
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

describe('a book on a PostgreSQL server with habits of its own', () => {
  const address = (own: OwnDatabase): string => addressText(own.address);
  const onServer = async (url: string, sql: string): Promise<void> => {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    await client.query(sql).finally(() => client.end());
  };

  it('is not laid out where text is held in another encoding', async () => {
    const own = await ownDatabase('postgres', 'bare');
    const name = `test_${randomBytes(8).toString('hex')}`;
    await onServer(
      address(own),
      `create database "${name}" template template0 encoding 'SQL_ASCII' locale 'C'`,
    );
    const url = new URL(address(own));
    url.pathname = name;
    const opening = testBook(readDatabase(url.href));
    await expect(opening).rejects.toThrow(BookNotOpened);
    await expect(opening).rejects.toThrow('die Datenbank hält Text als SQL_ASCII');
    await onServer(address(own), `drop database "${name}"`);
    await own.remove();
  });

  it('survives a connection that is ended before anybody listens to it', async () => {
    const own = await ownDatabase('postgres', 'migrated');
    const book = await testBook(own.address);
    for (const source of [book.writer, book.readerSource]) {
      const { master } = source.driver as unknown as { readonly master: pg.Pool };
      const client = await master.connect();
      expect(() => client.emit('error', new Error('terminating connection'))).not.toThrow();
      client.release(true);
      expect(await source.query('select 1 as one')).toEqual([{ one: 1 }]);
    }
    await book.close();
    await own.remove();
  });

  it('has on disk what it acknowledges', async () => {
    const own = await ownDatabase('postgres', 'migrated');
    const name = new URL(address(own)).pathname.slice(1);
    await onServer(address(own), `alter database "${name}" set synchronous_commit = off`);
    const book = await testBook(own.address);
    expect(await book.writer.query('show synchronous_commit')).toEqual([
      { synchronous_commit: 'on' },
    ]);
    await book.close();
    await own.remove();
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
