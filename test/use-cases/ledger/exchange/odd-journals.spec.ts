import { readFileSync } from 'node:fs';
import type { Engine } from '../../../../src/platform/database/engine.js';
import { VerifyBookUseCase } from '../../../../src/ledger/verify-book.use-case.js';
import { ConsoleBooks, linesIn, type ConsoleBook } from './journal-files.js';

const EARLIER = '01JE5QZ3T8M9N0P1Q2R3S4T5V6';
const LATER = '01JE5QZ3T8M9N0P1Q2R3S4T5V7';
const LINE = { allocationLine: 'luenen-kim-2', budgetYear: 2025 };

type Posting = Readonly<Record<string, unknown>>;

function line(id: string, postings: readonly Posting[], others: object = {}): string {
  const content = {
    ...{ type: 'entry', format: 1, id, effectiveOn: '2025-03-01', kind: 'receipt' },
    ...{ subject: 'document:Beleg', text: 'Eingang', actors: { entered: 'person:x' } },
    ...{ postings, ...others },
  };
  return JSON.stringify({ content });
}

const moved = (amount: string): readonly Posting[] => [
  { account: 'cash', amount },
  { account: 'unallocated', amount: amount.startsWith('-') ? amount.slice(1) : `-${amount}` },
];

describe.each<Engine>(['sqlite', 'postgres'])('a journal of another book on %s', (engine) => {
  const books = new ConsoleBooks(engine);
  let book: ConsoleBook;

  beforeAll(async () => {
    book = await books.open();
  }, 60_000);
  afterAll(() => books.remove());

  const found = async (): Promise<readonly string[]> => {
    const verdicts = await book.book.get(VerifyBookUseCase).execute();
    return verdicts.flatMap(({ broken }) => broken).map(({ place, found: what }) => place + what);
  };

  it('is chained with what was taken back before its reversal, whose clock was behind', async () => {
    const reversal = line(EARLIER, moved('-10.00'), { kind: 'reversal', reverses: LATER });
    const path = books.file('behind.jsonl', [line(LATER, moved('10.00')), reversal].join('\n'));
    expect(await book.done('import', path)).toMatch(/^2 Buchungen aufgenommen/);
    expect(await found()).toEqual([]);
  });

  it('overdraws no line by a posting that takes its line from the others', async () => {
    const postings = [
      { account: 'advances', amount: '-100.00' },
      { account: 'forwarded', amount: '100.00', ...LINE },
    ];
    const text = line('01JE5QZ3T8M9N0P1Q2R3S4T5V8', postings, { kind: 'settlement' });
    const path = books.file('bare.jsonl', text);
    await expect(book.call('import', path)).rejects.toMatchObject({
      code: 'ledger.sum-overdrawn',
    });
    expect(await found()).toEqual([]);
  });

  it('moves no amount that nobody means', async () => {
    const text = line('01JE5QZ3T8M9N0P1Q2R3S4T5V9', moved('100000000000.00'));
    const { code, out } = await book.call('import', books.file('huge.jsonl', text));
    expect(code).toBe(1);
    expect(out.replaceAll('\u00a0', ' ')).toContain(
      '1: Fehler bei „postings[0].amount“: Der Betrag ist größer als 99.999.999.999,99 €.',
    );
  });

  it('enters nothing twice that both books have entered for the same facts', async () => {
    const [one, other] = [await books.open('example'), await books.open('example')];
    const path = books.path(`example-${engine}.jsonl`);
    await one.done('export', '--format', 'jsonl', '--out', path);
    const changed = readFileSync(path, 'utf8').replaceAll(
      /"(id|reverses)":"01(?=.{24}")/g,
      '"$1":"00',
    );
    const { code, out } = await other.call('import', books.file('other.jsonl', changed));
    expect(code).toBe(1);
    expect(out).toMatch(
      /Fehler bei „subject“: Zu „notice:.+“ hat dieses Buch selbst schon gebucht/,
    );
    expect(await other.done('import', path)).toMatch(/^0 Buchungen aufgenommen, \d+ schon im Buch/);
  });

  it('takes nothing back that the book has entered itself', async () => {
    const one = await books.open('example');
    const lines = linesIn(await one.done('export', '--format', 'jsonl'));
    const granted = lines.find(({ content }) => content['kind'] === 'notice');
    const { id = '', postings = [] } = (granted?.content ?? {}) as {
      readonly id?: string;
      readonly postings?: readonly { readonly amount: string }[];
    };
    const mirrored = postings.map(({ amount, ...others }) => {
      return { ...others, amount: amount.startsWith('-') ? amount.slice(1) : `-${amount}` };
    });
    const text = line('01JE5QZ3T8M9N0P1Q2R3S4T5W1', mirrored, { kind: 'reversal', reverses: id });
    const { code, out } = await one.call('import', books.file('taking-back.jsonl', text));
    expect(code).toBe(1);
    expect(out).toContain('1: Fehler bei „reverses“: Von Hand wird nur zurückgenommen');
  });
});
