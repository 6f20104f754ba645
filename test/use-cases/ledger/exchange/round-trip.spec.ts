import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Engine } from '../../../../src/platform/database/engine.js';
import { canonicalJson } from '../../../../src/platform/database/canonical-json.js';
import { ConsoleBooks, entriesIn, linesIn, type ConsoleBook } from './journal-files.js';
import { enterSamples } from './sample-entries.js';

describe.each<Engine>(['sqlite', 'postgres'])('a journal on %s', (engine) => {
  const books = new ConsoleBooks(engine);
  let book: ConsoleBook;

  beforeAll(async () => {
    book = await books.open();
    await enterSamples(book.book);
  }, 60_000);
  afterAll(() => books.remove());

  const exported = async (of: ConsoleBook, format: string, name: string): Promise<string> => {
    const path = books.path(name);
    await of.done('export', '--format', format, '--out', path);
    return path;
  };

  it('is a chain of lines that anybody can hash again', async () => {
    const text = await book.done('export', '--format', 'jsonl');
    let previousHash = '0'.repeat(64);
    for (const [index, { hash, ...link }] of linesIn(text).entries()) {
      expect(link).toMatchObject({ sequence: index + 1, previousHash });
      expect(createHash('sha256').update(canonicalJson(link)).digest('hex')).toBe(hash);
      previousHash = hash;
    }
    expect(entriesIn(text)).toHaveLength(46);
  });

  it.each(['jsonl', 'csv'])(
    'leaves as %s and comes into an empty book as it was',
    async (format) => {
      const path = await exported(book, format, `out.${format}`);
      const other = await books.open();
      expect(await other.done('import', path)).toMatch(/^46 Buchungen aufgenommen/);
      expect(await other.balances()).toEqual(await book.balances());
      const there = entriesIn(await other.done('export', '--format', 'jsonl'));
      expect(there).toEqual(entriesIn(await book.done('export', '--format', 'jsonl')));
      const again = await exported(other, 'csv', 'again.csv');
      expect(await other.done('import', again)).toMatch(
        /^0 Buchungen aufgenommen, 46 schon im Buch/,
      );
      expect(await other.done('import', path)).toMatch(/^Diese Datei wurde schon aufgenommen/);
      expect(await other.balances()).toEqual(await book.balances());
    },
  );

  it('comes in as one command, with who brought it in', async () => {
    const path = await exported(book, 'jsonl', 'one.jsonl');
    const other = await books.open();
    const { commandKey } = JSON.parse(await other.done('import', path, '--json')) as {
      readonly commandKey: string;
    };
    const sha256 = createHash('sha256').update(readFileSync(path)).digest('hex');
    expect(commandKey).toBe(`import:${sha256.slice(0, 26)}`);
    const lines = linesIn(await other.done('export', '--format', 'jsonl'));
    const entries = lines.filter(({ content }) => content['type'] === 'entry');
    expect(new Set(entries.map(({ content }) => content['commandKey']))).toEqual(
      new Set([commandKey]),
    );
    for (const { content } of entries) {
      expect(content['actors']).toEqual({ entered: 'system:test', imported: 'system:console' });
    }
  });

  it('is the same file each time it leaves', async () => {
    for (const format of ['hledger', 'jsonl', 'csv']) {
      const [one, other] = [
        await exported(book, format, 'one'),
        await exported(book, format, 'two'),
      ];
      expect(readFileSync(one)).toEqual(readFileSync(other));
      expect(await book.done('export', '--format', format)).toBe(readFileSync(one, 'utf8'));
    }
  });
});
