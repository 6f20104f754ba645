import { appOnEachDatabase } from '../../../support/open-app.js';
import { enterSampleLedger } from '../../../support/sample-ledger.js';
import { isSound, ledgerReport } from '../../../support/verify-ledger.js';
import { tamperWith, type Tampering } from '../../../support/tampering.js';

/** Each table of the ledger that says something, with what tells its rows apart. */
const TABLES = {
  ledger_account: ['id'],
  ledger_assignment: ['id'],
  ledger_entry: ['id'],
  ledger_posting: ['entry_id', 'line'],
  ledger_chain: ['sequence'],
  ledger_balance: ['assignment_id', 'month'],
  ledger_period: ['id'],
  ledger_closing: ['period'],
} as const;
type Table = keyof typeof TABLES;
type Row = Readonly<Record<string, string | number | null>>;

appOnEachDatabase({}, (app) => {
  let hand: Tampering;

  beforeAll(async () => {
    await enterSampleLedger(app());
    hand = await tamperWith(app());
  });

  const sound = () => isSound(app());
  const rowsOf = (table: Table): Promise<Row[]> =>
    hand.all<Row>(`select * from ${table} order by ${TABLES[table].join(', ')}`);
  const set = (table: Table, row: Row, columns: Row): string =>
    `update ${table} set ${assignments(columns).join(', ')} where ${where(table, row)}`;

  it('is sound before anybody touches it', async () => {
    expect((await ledgerReport(app())).discrepancies).toEqual([]);
  });

  it.each(Object.keys(TABLES) as Table[])('finds each changed column of %s', async (table) => {
    const rows = await rowsOf(table);
    const missed: string[] = [];
    for (const row of [rows[Math.trunc(rows.length / 2)], rows.at(-1)]) {
      if (row === undefined) throw new Error(`${table} is empty`);
      for (const [column, value] of Object.entries(row)) {
        const changed = { [column]: otherThan(value, column) };
        await hand.change(set(table, row, changed));
        if (await sound()) missed.push(`${table}.${column}`);
        await hand.change(set(table, { ...row, ...changed }, { [column]: value }));
      }
    }
    expect(missed).toEqual([]);
    expect(await sound()).toBe(true);
  });

  it.each(Object.keys(TABLES) as Table[])('finds each removed row of %s', async (table) => {
    const rows = await rowsOf(table);
    const missed: Row[] = [];
    for (const row of rows.filter((_, index) => index % 4 === 0 || index === rows.length - 1)) {
      await hand.change(`delete from ${table} where ${where(table, row)}`);
      if (await sound()) missed.push(row);
      await hand.change(insertion(table, row));
    }
    expect(missed).toEqual([]);
    expect(await sound()).toBe(true);
  });

  it.each(Object.keys(TABLES) as Table[])('finds two swapped rows of %s', async (table) => {
    const rows = await rowsOf(table);
    const [one, other] = [rows[0], rows.at(-1)];
    if (one === undefined || other === undefined) throw new Error(`${table} is empty`);
    const contents = (row: Row): Row =>
      Object.fromEntries(Object.entries(row).filter(([key]) => !isKey(table, key)));
    if (rows.length < 2 || Object.keys(contents(one)).length === 0) return;
    const between = Object.fromEntries(
      Object.entries(contents(one)).map(([column, value]) => [column, otherThan(value, column)]),
    );
    const swap = (a: Row, b: Row): Promise<void> =>
      hand.change(set(table, one, between), set(table, other, a), set(table, one, b));
    await swap(contents(one), contents(other));
    expect(await sound()).toBe(false);
    await swap(contents(other), contents(one));
    expect(await sound()).toBe(true);
  });

  it('finds two links that changed places', async () => {
    const move = (from: number, to: number): string =>
      `update ledger_chain set sequence = ${to} where sequence = ${from}`;
    await hand.change(move(30, 999), move(31, 30), move(999, 31));
    const { discrepancies } = await ledgerReport(app());
    expect(discrepancies[0]?.place).toContain('(Glied 30)');
    await hand.change(move(30, 999), move(31, 30), move(999, 31));
    expect(await sound()).toBe(true);
  });

  it('finds rows that nobody entered', async () => {
    for (const table of Object.keys(TABLES) as Table[]) {
      const [row] = await rowsOf(table);
      if (row === undefined) throw new Error(`${table} is empty`);
      const forged: Row = { ...row, ...keysOf(table) };
      const columns = Object.fromEntries(Object.keys(row).map((key) => [key, forged[key] ?? null]));
      await hand.change(insertion(table, columns));
      expect([table, await sound()]).toEqual([table, false]);
      await hand.change(`delete from ${table} where ${where(table, columns)}`);
    }
    expect(await sound()).toBe(true);
  });

  it('names the first entry that breaks, what was expected and what is there', async () => {
    const [entry] = await hand.all<{ id: string; sequence: string }>(
      `select e.id, c.sequence from ledger_entry e join ledger_chain c on c.item_id = e.id
       where e.kind = 'payment'`,
    );
    await hand.change(`update ledger_entry set text = 'anders' where id = '${entry?.id ?? ''}'`);
    const { discrepancies } = await ledgerReport(app());
    expect(discrepancies).toEqual([
      {
        place: `Buchung ${entry?.id ?? ''} (Glied ${entry?.sequence ?? ''})`,
        expected: expect.stringMatching(/^ein Inhalt zum Hash [0-9a-f]{64}$/) as string,
        found: expect.stringMatching(/^ein Inhalt mit dem Hash [0-9a-f]{64}$/) as string,
      },
    ]);
  });
});

function isKey(table: Table, column: string): boolean {
  return (TABLES[table] as readonly string[]).includes(column);
}

function where(table: Table, row: Row): string {
  return TABLES[table]
    .map((key) => `${key} = ${literal(row[key as string] ?? null)}`)
    .join(' and ');
}

function assignments(columns: Row): string[] {
  return Object.entries(columns).map(([column, value]) => `${column} = ${literal(value)}`);
}

function insertion(table: Table, row: Row): string {
  return `insert into ${table} (${Object.keys(row).join(', ')})
    values (${Object.values(row).map(literal).join(', ')})`;
}

function literal(value: string | number | null): string {
  if (value === null) return 'null';
  return typeof value === 'number' ? String(value) : `'${value.replaceAll("'", "''")}'`;
}

/** Keys that no row has. */
function keysOf(table: Table): Row {
  const id = '7ZZZZZZZZZZZZZZZZZZZZZZZZZ';
  if (table === 'ledger_period') return { id: '2031-01' };
  return {
    ...{ id, entry_id: id, item_id: id, assignment_id: id.toLowerCase() },
    ...{ line: 9, sequence: 999, revision: 99, period: '2031-01', reverses: null },
  };
}

/** Another value of the same kind, as little different as can be. */
function otherThan(value: string | number | null, column: string): string | number {
  if (value === null) return '7ZZZZZZZZZZZZZZZZZZZZZZZZZ';
  if (typeof value === 'number') return column === 'off_balance' ? 1 - value : value + 100;
  if (value === '') return 'x';
  if (/^-?\d+$/.test(value)) return String(BigInt(value) + 100n);
  if (/^\d{4}-\d\d-\d\d$/.test(value))
    return `${value.slice(0, 8)}${value.endsWith('17') ? 18 : 17}`;
  return `${value.slice(0, -1)}${value.endsWith('a') ? 'b' : 'a'}`;
}
