import { readFileSync } from 'node:fs';
import type { Engine } from '../../../../src/platform/database/engine.js';
import { dumpOf } from '../../../support/book-dump.js';
import { startProgram } from '../../../support/child-process.js';
import { callConsole } from '../../../support/console-call.js';
import { addressText, ownDatabase, type OwnDatabase } from '../../../support/templates.js';
import { testBook, type TestBook } from '../../../support/test-book.js';
import { ConsoleBooks, linesIn } from './journal-files.js';
import { enterSamples } from './sample-entries.js';

describe.each<Engine>(['sqlite', 'postgres'])('a book on %s', (engine) => {
  const books = new ConsoleBooks(engine);
  let own: OwnDatabase;
  let book: TestBook;
  let path: string;
  let environment: Record<string, string>;

  beforeAll(async () => {
    const source = await books.open();
    await enterSamples(source.book, 1200);
    path = books.path('journal.jsonl');
    await source.done('export', '--format', 'jsonl', '--out', path);
    own = await ownDatabase(engine, 'empty');
    book = await testBook(own.address);
    environment = { DATABASE_URL: addressText(own.address), BOOK: 'empty' };
  });
  afterAll(async () => {
    await book.close();
    await own.remove();
    await books.remove();
  });

  const importFile = () => callConsole(['ledger', 'import', path], environment);

  it('is as it was after an import of entries was killed, and takes all of them in the next time', async () => {
    const before = await dumpOf(book.writer, ['change']);
    const half = startProgram('cli', ['ledger', 'import', path], {
      ...environment,
      PAUSE_AT: 'entries',
    });
    await half.printed('half\n');
    await half.kill('SIGKILL');
    expect(await dumpOf(book.writer, ['change'])).toEqual(before);
    const next = await importFile();
    expect(next).toMatchObject({ code: 0 });
    expect(next.out).toMatch(/^1\.206 Buchungen aufgenommen, \d+ Angaben zu Konten .* übergangen/);
    expect(next.err).toContain('Buchungen gelesen');
  });

  it('adds nothing of the same file, and says so', async () => {
    const before = await dumpOf(book.writer, ['change']);
    const again = await importFile();
    expect(again).toMatchObject({ code: 0, err: '' });
    expect(again.out).toMatch(
      /^Diese Datei wurde schon aufgenommen \(Vorgang import:[0-9a-f]{26}\)/,
    );
    expect(await dumpOf(book.writer, ['change'])).toEqual(before);
  });

  it('gives the entries out again as they came in', async () => {
    const { out, err, code } = await callConsole(
      ['ledger', 'export', '--format', 'jsonl'],
      environment,
    );
    expect({ err, code }).toEqual({ err: '', code: 0 });
    expect(linesIn(out)).toHaveLength(linesIn(readFileSync(path, 'utf8')).length);
  });
});
