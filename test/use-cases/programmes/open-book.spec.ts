import type { PlainDate } from '../../../src/domain/calendar/plain-date.js';
import { DomainError } from '../../../src/domain/errors/domain-error.js';
import type { ImportResult } from '../../../src/programmes/definition-import.js';
import { formatFinding } from '../../../src/programmes/definitions/finding.js';
import { DefinitionsRefused } from '../../../src/programmes/programmes.errors.js';
import { bookOnEachDatabase } from '../../support/on-each-database.js';
import { changedFolder, openedBook } from './opened-book.js';

const day = (text: string) => text as PlainDate;

const findingsOf = async (opening: Promise<unknown>): Promise<readonly string[]> => {
  const error: unknown = await opening.then(
    () => undefined,
    (refusal: unknown) => refusal,
  );
  if (!(error instanceof DefinitionsRefused)) throw new Error(`not refused: ${String(error)}`);
  return error.findings.map(formatFinding);
};

bookOnEachDatabase((database) => {
  const rowCount = async (table: string): Promise<number> => {
    const sql = `select count(*) as n from ${table}`;
    const [row] = await database.book.reader.all<{ n: number | string }>(sql);
    return Number(row?.n);
  };

  it('names a folder of definitions that is not there', async () => {
    const opening = openedBook(database.book, { contractsDir: '/nowhere/contracts' }).open();
    await expect(opening).rejects.toMatchObject({
      code: 'programmes.definitions-folder-missing',
      facts: { folder: '/nowhere/contracts' },
    });
  });

  it('leaves a book as it was if a shipped file is wrong, and names file, line and column', async () => {
    const contractsDir = changedFolder('law/base-rate.yaml', ['1.62', '1.6e2']);
    const findings = await findingsOf(openedBook(database.book, { contractsDir }).open());
    expect(findings).toEqual([
      expect.stringMatching(
        /^contracts\/law\/base-rate\.yaml:\d+:\d+: Fehler bei rows\[14\]\.value: „1\.6e2“/,
      ),
    ]);
    expect(await rowCount('released_row')).toBe(0);
  });

  it('is left as it was if a rule of the book refuses in the middle of the example', async () => {
    class Refused extends DomainError {
      readonly code = 'test.refused';
      readonly status = 422;
    }
    const book = openedBook(database.book);
    book.importers.register({
      kind: 'contract',
      import: (_tx, file, _by, at): Promise<ImportResult> => {
        at('versions[0].lines[0]');
        throw new Refused({ id: file.definition.id });
      },
    });
    const findings = await findingsOf(book.open());
    expect(findings).toEqual([
      expect.stringMatching(
        /^contracts\/kreis-unna\/contracts\/kim-awo\.yaml:\d+:9: Fehler bei versions\[0\]\.lines\[0\]: test\.refused {"id":"kim-awo"}$/,
      ),
    ]);
    expect(await rowCount('released_row')).toBe(0);
  });

  it('takes in the shipped files once, however often it is opened', async () => {
    expect(await openedBook(database.book).open()).toBe('example');
    expect(await openedBook(database.book).open()).toBe('example');
    expect(await rowCount('shipped_set')).toBe(1);
  });

  it('is taken in by one of two instances that start at once', async () => {
    const second = openedBook(await database.anotherInstance());
    await Promise.all([openedBook(database.book).open(), second.open()]);
    expect(await rowCount('shipped_set')).toBe(1);
    expect(second.programmes.component('kim-1').programme).toBe('kim');
  });

  it('answers which figure is in force, with its clause', async () => {
    const { programmes, lawTables, open } = openedBook(database.book);
    await open();
    expect(programmes.rateOf('kim-2', 'staff', day('2022-12-31')).amountCents).toBe(5_500_000n);
    expect(programmes.rateOf('kim-2', 'staff', day('2023-01-01'))).toMatchObject({
      amountCents: 5_700_000n,
      clause: 'KIM-Richtlinie in der Fassung vom 06.12.2022',
    });
    expect(programmes.regimeOf('komm-an-2', 2023)).toMatchObject({
      twoMonthRule: 'on',
      contractForm: 'model',
    });
    expect(programmes.fixedSums('komm-an-2', day('2025-01-01'))).toHaveLength(9);
    expect(programmes.component('kim-1').programme).toBe('kim');
    expect(lawTables.baseRates()).toHaveLength(32);
    expect(lawTables.publishedUntil('base-rate')).toBe('2026-12-31');
    expect(lawTables.margins().filter(({ key }) => key === 'vwvfg-49a-nrw')).toMatchObject([
      { value: '5' },
      { validFrom: '2023-05-05', value: '3' },
    ]);
  });

  it('never computes with a rate that no source confirms', async () => {
    const { programmes, open } = openedBook(database.book);
    await open();
    expect(programmes.rateOf('kim-1', 'material', day('2025-06-01')).amountCents).toBe(970_000n);
    expect(programmes.component('kim-1').rates).toContainEqual(
      expect.objectContaining({ amountCents: 570_000n, confidence: 'unconfirmed' }),
    );
  });

  it('refuses what nobody knows', async () => {
    const { programmes, open } = openedBook(database.book);
    await open();
    expect(() => programmes.component('kim-9')).toThrow('kim-9');
    expect(() => programmes.regimeOf('kim-2', 2031)).toThrow('2031');
    expect(() => programmes.rateOf('soe', 'staff', day('2023-01-01'))).toThrow('soe');
  });

  it('refuses to start if a released row reads differently, with old and new value', async () => {
    const contractsDir = changedFolder('law/base-rate.yaml', ['value: 3.12', 'value: 3.21']);
    const [finding] = await findingsOf(openedBook(database.book, { contractsDir }).open());
    expect(finding).toMatch(/^contracts\/law\/base-rate\.yaml:\d+:5: Fehler bei rows\[25\]: /);
    expect(finding).toContain('„base-rate base-rate/2023-07-01“');
    expect(finding).toContain('value: bisher „3.12“, jetzt „3.21“.');
    expect(finding).toContain('fügen Sie eine neue Zeile mit einem späteren Gültigkeitstag hinzu');
  });

  it('takes in a row that was added', async () => {
    const before = await rowCount('released_row');
    const contractsDir = changedFolder(
      'law/base-rate.yaml',
      ['publishedUntil: 2026-12-31', 'publishedUntil: 2027-06-30'],
      ['\nrows:\n', '\nrows: # one more\n'],
      [
        'validFrom: 2026-07-01, value: 1.52, clause: § 247 BGB }\n',
        'validFrom: 2026-07-01, value: 1.52, clause: § 247 BGB }\n  - { key: base-rate, validFrom: 2027-01-01, value: 1.77, clause: § 247 BGB }\n',
      ],
    );
    const { lawTables, open } = openedBook(database.book, { contractsDir });
    await open();
    expect(await rowCount('released_row')).toBe(before + 2);
    expect(lawTables.baseRates().at(-1)).toMatchObject({ validFrom: '2027-01-01', value: '1.77' });
    expect(lawTables.publishedUntil('base-rate')).toBe('2027-06-30');
  });

  it('keeps released rows from every change', async () => {
    const { writer } = database.book;
    await expect(writer.query('update released_row set content = content')).rejects.toThrow();
    await expect(writer.query('delete from shipped_set')).rejects.toThrow();
  });
});
