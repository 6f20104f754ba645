import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { readXlsx } from 'hucre/xlsx';
import { ExportLedgerCommand } from '../../../../src/ledger/exchange/export-ledger.command.js';
import { JournalStream } from '../../../../src/ledger/exchange/journal-stream.js';
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

  it('is proved by the script that stands alone, and a changed cent is found', async () => {
    const path = await exported(book, 'jsonl', 'proved.jsonl');
    const run = (file: string) =>
      spawnSync(process.execPath, ['scripts/verify-chain.mjs', file], { encoding: 'utf8' });
    expect(run(path)).toMatchObject({ status: 0, stderr: '' });
    const text = readFileSync(path, 'utf8').replace('"amount":"12.34"', '"amount":"12.35"');
    expect(run(books.file('changed.jsonl', text)).status).toBe(1);
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

  it('leaves as a workbook with a row for each posting', async () => {
    const path = books.path('journal.xlsx');
    await book.done('export', '--format', 'xlsx', '--out', path);
    const { sheets } = await readXlsx(readFileSync(path));
    const [heads, ...rows] = sheets[0]?.rows ?? [];
    expect(heads?.slice(0, 3)).toEqual(['Lfd. Nr.', 'Erfasst am (UTC)', 'Wirksam am']);
    expect(rows).toHaveLength(5 * 2 + 40 * 4 + 2);
    expect(rows.map((row) => row.slice(3, 5))).toContainEqual(['adjustment', 'Buchung von Hand']);
    const odd = rows.find((row) => String(row[6]).startsWith('=HYPERLINK'));
    expect(odd?.slice(7, 11)).toEqual(['cash', 'Bank der Kreiskasse', 12.34, null]);
  });

  it('says how many rows a workbook takes where it has more', async () => {
    const workbook = { rowsMax: 100, file: () => Promise.reject(new Error('too many')) };
    const told: string[] = [];
    const io = { out: (line: string) => told.push(line), err: (line: string) => told.push(line) };
    const command = new ExportLedgerCommand(book.book.get(JournalStream), workbook, process.stdout);
    const path = books.path('never.xlsx');
    expect(await command.run(['--format', 'xlsx', '--out', path], io)).toBe(1);
    expect(told).toEqual([
      'Eine XLSX-Datei fasst hier höchstens 100 Buchungszeilen, das Journal hat 172. ' +
        'Nehmen Sie --format csv.',
    ]);
    expect(existsSync(path)).toBe(false);
  });

  it('shows its balances as a table, and as of a day', async () => {
    const table = await book.done('balances', '--as-of', '2025-01-31', '--contract', 'kim-cities');
    const [title, heads, , ...rows] = table.trimEnd().split('\n');
    expect(title).toBe('Salden zum 31.01.2025');
    expect(heads).toMatch(
      /^Konto +Programm +Baustein +Jahr +Vertrag +Zuweisungszeile +Partner +Euro$/,
    );
    expect(rows[0]).toMatch(/^Geleistete Vorauszahlungen +kim .* 76,20 {2}S$/);
    expect(rows.at(-1)).toBe('S = Soll, H = Haben.');
    const before = [
      'balances',
      '--as-of',
      '2199-12-31',
      '--known-at',
      '2020-01-01T00:00Z',
    ] as const;
    expect(await book.done(...before)).toContain('Auf keinem der Konten steht ein Betrag.');
  });
});
