import { ExportLedgerCommand } from '../../../../src/ledger/exchange/export-ledger.command.js';
import { ImportLedgerCommand } from '../../../../src/ledger/exchange/import-ledger.command.js';
import { LedgerBalancesCommand } from '../../../../src/ledger/exchange/ledger-balances.command.js';
import { UnitOfWork } from '../../../../src/platform/database/unit-of-work.js';
import { ConsoleBooks, type ConsoleBook } from './journal-files.js';

const A = '01JE5QZ3T8M9N0P1Q2R3S4T5V6';
const B = '01JE5QZ3T8M9N0P1Q2R3S4T5V7';
const C = '01JE5QZ3T8M9N0P1Q2R3S4T5V8';

const SIDES = [
  { account: 'cash', amount: '10.00' },
  { account: 'unallocated', amount: '-10.00' },
];

/** A line as an export writes it, with what is wrong with it. */
function line(id: string, change: Readonly<Record<string, unknown>> = {}): string {
  const content = {
    ...{ type: 'entry', format: 1, id, effectiveOn: '2025-03-01', kind: 'receipt' },
    ...{ subject: 'document:Beleg', text: 'Eingang', actors: { entered: 'person:x' } },
    ...{ commandKey: 'x', postings: SIDES },
    ...change,
  };
  return JSON.stringify({ content, hash: 'x', previousHash: 'y', recordedAt: 'z', sequence: 1 });
}

const HEADS =
  'Lfd. Nr.;Buchung;Wirksam am;Art;Grundlage;Text;Handelnde;Storno von;Zeile;Konto;Betrag;Programm;' +
  'Baustein;Haushaltsjahr;Bescheidzeile;Vertrag;Zuweisungszeile;Partner;Forderung';
const row = (id: string, number: number | string, account: string, amount: string, text = 'Text') =>
  `1;${id};01.03.2025;receipt;document:Beleg;${text};;;${number};${account};${amount};;;;;;;;`;

describe('a file of entries', () => {
  const books = new ConsoleBooks('sqlite');
  let book: ConsoleBook;

  beforeAll(async () => {
    book = await books.open();
  }, 60_000);
  afterAll(() => books.remove());

  const refused = async (name: string, ...lines: readonly string[]): Promise<readonly string[]> => {
    const path = books.file(name, lines.join('\n'));
    const before = await book.done('export', '--format', 'jsonl');
    const { code, out } = await book.call('import', path);
    expect(code).toBe(1);
    expect(await book.done('export', '--format', 'jsonl')).toBe(before);
    const told = out.trimEnd().split('\n');
    expect(told.at(-1)).toMatch(/Fehler\. Es wurde nichts aufgenommen\.$/);
    return told.slice(0, -1).map((text) => text.replace(`${path}:`, ''));
  };

  it.each<[Readonly<Record<string, unknown>>, string]>([
    [{ effectiveOn: '2025-02-31' }, '1: Fehler bei „effectiveOn“: Erwartet wird ein Tag wie'],
    [{ kind: 'gift' }, '1: Fehler bei „kind“: Diese Art von Buchung gibt es nicht.'],
    [{ id: '17' }, '1: Fehler bei „id“: Erwartet wird die Kennung einer Buchung'],
    [{ text: '' }, '1: Fehler bei „text“: Diese Angabe fehlt.'],
    [
      { text: 'a\u0007' },
      '1: Fehler bei „text“: Der Text ist zu lang, oder er enthält Steuerzeichen.',
    ],
    [{ subject: 'x'.repeat(129) }, '1: Fehler bei „subject“: Der Text ist zu lang'],
    [
      { actors: { entered: 'somebody' } },
      '1: Fehler bei „actors“: Erwartet wird, wer was getan hat',
    ],
    [{ colour: 'red' }, '1: Fehler bei „colour“: Dieses Feld gibt es hier nicht.'],
    [{ format: 2 }, '1: Fehler bei „format“: Bekannt ist nur das Format 1.'],
    [{ postings: SIDES.slice(1) }, '1: Fehler bei „postings“: Eine Buchung hat mindestens zwei'],
    [{ kind: 'reversal' }, '1: Fehler bei „reverses“: Ein Storno, und nur ein Storno, nennt'],
    [
      { kind: 'reversal', reverses: B },
      `1: Fehler bei „reverses“: Im Buch steht keine Buchung „${B}“.`,
    ],
    [
      { postings: [SIDES[0], { account: 'unalocated', amount: '-10.00' }] },
      '1: Fehler bei „postings[1].account“: Dieses Konto gibt es nicht.',
    ],
    [
      { postings: [{ account: 'cash', amount: 10 }, SIDES[1]] },
      '1: Fehler bei „postings[0].amount“: Erwartet wird ein Betrag wie 1234.56',
    ],
    [
      { postings: [{ account: 'cash', amount: '0.00' }, SIDES[1]] },
      '1: Fehler bei „postings[0].amount“: Der Betrag darf nicht null sein.',
    ],
    [
      { postings: [{ ...SIDES[0], budgetYear: '2025' }, SIDES[1]] },
      '1: Fehler bei „postings[0].budgetYear“: Erwartet wird ein Jahr',
    ],
    [
      { postings: [{ account: 'commitments', amount: '10.00' }, SIDES[1]] },
      '1: Fehler bei „postings“: Im Soll stehen 0,00',
    ],
  ])('is refused with the line and the field: %j', async (change, told) => {
    const mistakes = await refused('one.jsonl', line(A, change), line(C));
    expect(mistakes[0]?.replaceAll('\u00a0', ' ')).toContain(told);
  });

  it('is told all its mistakes at once, each with its line', async () => {
    const mistakes = await refused(
      'many.jsonl',
      line(A),
      '',
      'no JSON',
      line(B, { text: '', kind: 'gift' }),
      line(A, { text: 'Andere' }),
      JSON.stringify({ content: null }),
      line(C, { kind: 'reversal', reverses: A }),
    );
    expect(mistakes.map((text) => text.split(':')[0])).toEqual(['3', '4', '4', '5', '6', '7']);
    expect(mistakes[3]).toContain('steht eine andere Buchung im Buch');
    expect(mistakes[5]).toContain('mit umgekehrtem Vorzeichen');
  });

  it('as CSV is told the line and the column', async () => {
    const mistakes = await refused(
      'wrong.csv',
      HEADS,
      row(A, 1, 'cash', '1.000,00'),
      row(A, 3, 'unalocated', '-10,00', 'anders'),
      row('', 1, 'cash', '10,00'),
      '"offen;x',
      row(B, 1, 'cash', '10'),
      row(B, 2, 'unallocated', '-9,5'),
    );
    expect(mistakes.map((text) => text.replaceAll('\u00a0', ' '))).toEqual([
      expect.stringContaining('2: Fehler bei „Betrag“: Erwartet wird ein Betrag wie -1234,56'),
      expect.stringContaining('3: Fehler bei „Text“: Hier steht etwas anderes als in Zeile 2'),
      expect.stringContaining('3: Fehler bei „Zeile“: Erwartet wird 2.'),
      expect.stringContaining('4: Fehler bei „Buchung“: Diese Angabe fehlt.'),
      expect.stringContaining('5: Fehler: Die Zeile ist kein lesbarer Text'),
      expect.stringContaining('6: Fehler bei „Betrag“: Im Soll stehen 10,00'),
    ]);
  });

  it.each([
    ['empty.jsonl', '', '1: Fehler: Die Datei enthält keine Buchung.'],
    ['heads.csv', 'Konto;Betrag', '1: Fehler bei „Buchung“: Diese Spalte fehlt.'],
    [
      'latin.jsonl',
      Buffer.from('{"a":"\xe4"}', 'latin1'),
      '1: Fehler: Die Zeile ist kein Text in UTF-8.',
    ],
  ])('that is none is told so: %s', async (name, text, told) => {
    const { code, out } = await book.call('import', books.file(name, text));
    expect(code).toBe(1);
    expect(out).toContain(told);
  });

  it('with a day in a closed month is refused at its line', async () => {
    const closed = await books.open();
    await closed.book.get(UnitOfWork).run((tx) =>
      tx.run(
        `insert into ledger_closing (period, id, entries, recorded_by, reason)
         values ('2025-02', ?, 0, 'system:test', 'Monatsabschluss')`,
        [C],
      ),
    );
    const path = books.file(
      'closed.jsonl',
      [line(A), line(B, { effectiveOn: '2025-02-28' })].join('\n'),
    );
    const { code, out } = await closed.call('import', path);
    expect(code).toBe(1);
    expect(out).toContain(`${path}:2: Fehler bei „effectiveOn“: Der 28.02.2025 liegt in einem`);
  });

  it('may hold an entry twice, and a reversal with what it takes back', async () => {
    const turned = SIDES.map(({ account, amount }) => {
      return { account, amount: amount.startsWith('-') ? amount.slice(1) : `-${amount}` };
    });
    const path = books.file(
      'twice.jsonl',
      [line(A), line(A), line(B, { kind: 'reversal', reverses: A, postings: turned })].join('\n'),
    );
    expect(await book.done('import', path)).toMatch(/^2 Buchungen aufgenommen, 1 schon im Buch/);
    const again = [line(C, { kind: 'reversal', reverses: A, postings: turned })];
    expect(await refused('again.jsonl', ...again)).toEqual([
      expect.stringContaining('ist schon zurückgenommen; das geht nur einmal'),
    ]);
  });
});

describe('a wrong call', () => {
  const io = () => {
    const told: string[] = [];
    return { told, out: (line: string) => told.push(line), err: (line: string) => told.push(line) };
  };

  it.each([
    [ExportLedgerCommand, [], 'Nennen Sie mit --format eine der Formen.'],
    [ExportLedgerCommand, ['--format', 'pdf'], 'Nennen Sie mit --format eine der Formen.'],
    [ExportLedgerCommand, ['--format', 'xlsx'], 'Eine XLSX-Datei braucht --out.'],
    [ExportLedgerCommand, ['--format', 'csv', '--json'], '--json geht nur zusammen mit --out.'],
    [ExportLedgerCommand, ['--format', 'csv', '--out', '/no/x'], 'Den Ordner „/no“ gibt es nicht.'],
    [ExportLedgerCommand, ['--format', 'csv', '--out', '/'], '„/“ ist ein Ordner, keine Datei.'],
    [ExportLedgerCommand, ['--format', 'csv', 'x'], 'Unbekannte Angabe: x'],
    [ImportLedgerCommand, [], 'Es fehlt eine Datei.'],
    [ImportLedgerCommand, ['nowhere.csv'], 'Die Datei „nowhere.csv“ gibt es nicht.'],
    [ImportLedgerCommand, ['a', 'b'], 'Unbekannte Angabe: b'],
    [ImportLedgerCommand, ['a', '--force'], 'Unbekannte Angabe: --force'],
    [LedgerBalancesCommand, [], 'Nennen Sie mit --as-of den Tag.'],
    [LedgerBalancesCommand, ['--as-of'], 'Nach --as-of fehlt ein Wert.'],
    [LedgerBalancesCommand, ['--as-of', '2025-02-30'], '„2025-02-30“ ist kein Tag wie 2025-12-31.'],
    [
      LedgerBalancesCommand,
      ['--as-of', '2025-01-01', '--known-at', 'gestern'],
      '„gestern“ ist kein Zeitpunkt wie 2026-01-15T12:00:00Z.',
    ],
    [
      LedgerBalancesCommand,
      ['--as-of', '2025-01-01', '--account', 'bank'],
      'Das Konto „bank“ gibt es nicht.',
    ],
    [
      LedgerBalancesCommand,
      ['--as-of', '2025-01-01', '--year', '25'],
      '„25“ ist kein Jahr wie 2025.',
    ],
  ])('of %s is told with the usage: %j', ({ synopsis }, args, sentence) => {
    const { told, ...streams } = io();
    expect(synopsis.accepts(args, streams)).toBe(false);
    expect(told).toEqual([sentence, `Aufruf: ${synopsis.usage}`]);
  });
});
