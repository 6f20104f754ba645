import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ConsoleIo } from '../../../src/platform/console/command.js';
import { CheckDefinitionsCommand } from '../../../src/programmes/check-definitions.command.js';
import { loadFiles } from '../../../src/programmes/definitions/load-definitions.js';
import { ExportDefinitionsCommand } from '../../../src/programmes/export-definitions.command.js';
import { ImportDefinitionsCommand } from '../../../src/programmes/import-definitions.command.js';
import { bookOnEachDatabase } from '../../support/on-each-database.js';
import { openedBook } from './opened-book.js';
import { changedSource, CONTRACTS, type Change } from './shipped.js';

const lines = (): ConsoleIo & { readonly printed: string[] } => {
  const printed: string[] = [];
  const print = (line: string): void => void printed.push(line);
  return { printed, out: print, err: print };
};

const fileWith = (file: string, ...changes: readonly Change[]): string => {
  const path = join(mkdtempSync(join(tmpdir(), 'definition-')), 'changed.yaml');
  writeFileSync(path, changedSource(file, ...changes).bytes);
  return path;
};

describe('definitions check', () => {
  const command = new CheckDefinitionsCommand({ contractsDir: CONTRACTS });

  it('says nothing against a shipped file', async () => {
    const io = lines();
    expect(await command.run([join(CONTRACTS, 'kreis-unna/contracts/kim-cities.yaml')], io)).toBe(
      0,
    );
    expect(io.printed).toEqual(['1 Datei geprüft: 0 Fehler, 0 Warnungen.']);
  });

  it('prints each mistake with file, line, column and path, and ends with 1', async () => {
    const path = fileWith('kreis-unna/notices/kim-2-2023.yaml', ['fte: 18.0', 'fte: 17.5']);
    const io = lines();
    expect(await command.run([path], io)).toBe(1);
    expect(io.printed[0]).toContain('17,5 VzÄ, verteilt sind 18,0');
    expect(io.printed.at(-1)).toBe('1 Datei geprüft: 1 Fehler, 0 Warnungen.');
  });

  it('answers as JSON', async () => {
    const path = fileWith('kreis-unna/notices/kim-2-2023.yaml', ['fte: 18.0', 'fte: 18.00001']);
    const io = lines();
    expect(await command.run([path, '--json'], io)).toBe(1);
    expect(JSON.parse(io.printed.join(''))).toMatchObject({
      findings: [{ file: path, line: 15, column: 10, path: 'lines[0].fte', severity: 'error' }],
    });
  });

  it.each([[[]], [['nowhere.yaml']], [['--all']]])(
    'ends with 2 if called with %j',
    async (args) => {
      const io = lines();
      expect(await command.run(args, io)).toBe(2);
      expect(io.printed.at(-1)).toContain('Aufruf: definitions check DATEI');
    },
  );
});

bookOnEachDatabase((database) => {
  it('refuses examples in a book that is no example, with their places', async () => {
    const book = openedBook(database.book, { book: 'empty' });
    expect(await book.open()).toBe('empty');
    const io = lines();
    const path = join(CONTRACTS, 'kreis-unna/partners.yaml');
    expect(await new ImportDefinitionsCommand(book.imports).run([path], io)).toBe(1);
    expect(io.printed[0]).toMatch(/partners\.yaml:11:14: Fehler bei partners\[0\]\.example: /);
    expect(io.printed).toHaveLength(18);
  });

  it('refuses programmes and law: they are shipped, not imported', async () => {
    const book = openedBook(database.book);
    await book.open();
    const { files } = loadFiles([join(CONTRACTS, 'law/base-rate.yaml')]);
    await expect(book.imports.execute(files, 'person:x')).rejects.toMatchObject({
      code: 'programmes.definitions-refused',
    });
  });

  it('writes the programmes of the book back as files', async () => {
    const book = openedBook(database.book);
    await book.open();
    const command = new ExportDefinitionsCommand(
      ...([database.book.reader, book.importers, book.programmes] as const),
    );
    const folder = mkdtempSync(join(tmpdir(), 'export-'));
    expect(await command.run([folder], lines())).toBe(0);
    expect(readdirSync(join(folder, 'programmes')).toSorted()).toEqual(
      readdirSync(join(CONTRACTS, 'programmes')).toSorted(),
    );
    const [written] = loadFiles([join(folder, 'programmes/kim.yaml')]).files;
    const [shipped] = loadFiles([join(CONTRACTS, 'programmes/kim.yaml')]).files;
    expect(written?.definition).toEqual(shipped?.definition);
    expect(readFileSync(join(folder, 'programmes/kim.yaml'), 'utf8')).toContain('57000.00');
  });
});
