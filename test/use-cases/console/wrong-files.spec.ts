import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Engine } from '../../../src/platform/database/engine.js';
import { dumpOf, WITHOUT_FACTS } from '../../support/book-dump.js';
import { bookModules } from '../../support/book-modules.js';
import { startProgram } from '../../support/child-process.js';
import { callConsole, callProgram } from '../../support/console-call.js';
import { addressText, ownDatabase } from '../../support/templates.js';
import { testBook } from '../../support/test-book.js';
import { changedFolder } from '../programmes/opened-book.js';
import { changedSource, CONTRACTS, type Change } from '../programmes/shipped.js';

const FILE = 'kreis-unna/positions/bergkamen.yaml';
const FIVE_DECIMALS: Change = ['plannedFte: 1.0', 'plannedFte: 0.12345'];
const PLACE =
  /bergkamen\.yaml:8:17: Fehler bei positions\[0\]\.plannedFte: „0\.12345“ passt nicht\./;
const EXPECTED = 'Erwartet: ein Anteil über 0 und höchstens 1';

/** A folder of the test's own, for files and for a book. */
const folder = mkdtempSync(join(tmpdir(), 'console-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const fileWith = (name: string, text: string | Uint8Array): string => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};

describe.each<Engine>(['sqlite', 'postgres'])('a wrong shipped file on %s', (engine) => {
  it('stops the start, names the place, and leaves the book as it was', async () => {
    const own = await ownDatabase(engine, 'migrated');
    const book = await testBook(own.address);
    await bookModules(book).open();
    await book.unitOfWork.run((tx) =>
      tx.run(`insert into book (id, kind, made_at) values (1, 'example', ?)`, [tx.at]),
    );
    const before = await dumpOf(book.writer);
    const environment = {
      DATABASE_URL: addressText(own.address),
      CONTRACTS_DIR: changedFolder(FILE, FIVE_DECIMALS),
      PORT: '0',
    };
    const start = startProgram('main', [], environment);
    expect(await start.ended).toBe(1);
    expect(start.err()).toContain('Der Start ist abgebrochen; am Buch hat sich nichts geändert.');
    expect(start.err()).toMatch(PLACE);
    expect(start.err()).toContain(EXPECTED);
    expect(start.out()).not.toContain('läuft');
    expect(await dumpOf(book.writer)).toEqual(before);

    const call = await callConsole(['definitions', 'export', folder], environment);
    expect(call).toMatchObject({ code: 1, out: '' });
    expect(call.err).toMatch(PLACE);
    expect(await dumpOf(book.writer)).toEqual(before);
    await book.close();
    await own.remove();
  });

  it('at the first start leaves a book without facts, which the next start fills', async () => {
    const own = await ownDatabase(engine, 'bare');
    const environment = { DATABASE_URL: addressText(own.address), PORT: '0' };
    const wrong = { ...environment, CONTRACTS_DIR: changedFolder(FILE, FIVE_DECIMALS) };
    expect(await startProgram('main', [], wrong).ended).toBe(1);
    const book = await testBook(own.address);
    const rows = await dumpOf(book.writer, WITHOUT_FACTS);
    expect(Object.values(rows).flat()).toEqual([]);
    const next = startProgram('main', [], environment);
    await next.printed('Das Weiterleitungsbuch läuft');
    await next.kill('SIGTERM');
    expect((await dumpOf(book.writer))['shipped_set']).toHaveLength(1);
    await book.close();
    await own.remove();
  });
});

describe('definitions check', () => {
  it('says what the start says, and ends with 1', async () => {
    const path = fileWith('bergkamen.yaml', changedSource(FILE, FIVE_DECIMALS).bytes);
    const call = await callProgram(['definitions', 'check', path], {});
    expect(call).toMatchObject({ code: 1, err: '' });
    expect(call.out).toMatch(PLACE);
    expect(call.out).toContain(EXPECTED);
  });

  it.each([
    ['broken.yaml', 'kind: notice\n  id: [', 'Die Einrückung passt nicht'],
    [
      'nul.yaml',
      changedSource(FILE, ['label: BER', 'label: \0BER']).bytes,
      '„\ufffdBER-KIM2-1“ passt nicht.',
    ],
    [
      'surrogate.yaml',
      'kind: partners\npartners:\n  - { name: "a\\ud800" }\n',
      '„a\ufffd“ passt nicht.',
    ],
  ])('answers as JSON that a program can read: %s', async (name, text, message) => {
    const path = fileWith(name, text);
    const { code, out, err } = await callConsole(['definitions', 'check', path, '--json'], {});
    expect({ code, err }).toEqual({ code: 1, err: '' });
    const { findings } = JSON.parse(out) as { findings: { file: string; message: string }[] };
    expect(findings[0]?.file).toBe(path);
    expect(findings.map((finding) => finding.message).join()).toContain(message);
  });

  it('says nothing against what is shipped, and ends with 0', async () => {
    const call = await callConsole(['definitions', 'check', join(CONTRACTS, FILE)], {});
    expect(call).toEqual({ code: 0, out: '1 Datei geprüft: 0 Fehler, 0 Warnungen.\n', err: '' });
  });
});

describe('a wrong call of the console', () => {
  const book = join(folder, 'never', 'buch.sqlite');
  const file = join(CONTRACTS, FILE);

  it('ends with 2 and the usage', async () => {
    const call = await callProgram([], {});
    expect(call).toMatchObject({
      code: 2,
      out: '',
      err: expect.stringContaining('Aufrufe:') as string,
    });
  });

  it.each([
    [[], 'Aufrufe:'],
    [['definitions', 'delete', file], 'Aufrufe:'],
    [['definitions', 'check', 'nowhere.yaml'], 'Die Datei „nowhere.yaml“ gibt es nicht.'],
    [['definitions', 'import', file, '--force'], 'Unbekannte Angabe: --force'],
    [['definitions', 'export', file], 'ist kein Ordner.'],
  ])('ends with 2, shows the usage and touches no book: %j', async (args, sentence) => {
    const call = await callConsole(args, { DATABASE_URL: `sqlite:${book}` });
    expect(call).toMatchObject({ code: 2, out: '' });
    expect(call.err).toContain(sentence);
    expect(call.err).toMatch(/Aufrufe?:/);
    expect(readdirSync(folder)).not.toContain('never');
  });
});
