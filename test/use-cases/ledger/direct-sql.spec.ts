import pg from 'pg';
import { bookOnEachDatabase } from '../../support/on-each-database.js';

/** A posting as somebody with a database client would write it. */
interface DirectPosting {
  readonly account?: string;
  readonly cents: number | string;
  readonly line?: number;
  readonly on?: string;
}

/** Ids of entries and accounts that only this test knows: 26 characters. */
const idOf = (name: string): string => name.padStart(26, '0');

const DAY = '2025-03-14';
const UNBALANCED = /ledger: unbalanced/;

/** The statements of an entry, in the order in which the product writes them. */
function entryOf(
  name: string,
  postings: readonly DirectPosting[],
  { count = postings.length, on = DAY, reverses = '' } = {},
): readonly string[] {
  const reversed = reverses === '' ? 'null' : `'${idOf(reverses)}'`;
  return [
    ...postings.map((posting, index) => postingOf(name, { line: index + 1, on, ...posting })),
    `insert into ledger_entry
       (id, format, effective_on, kind, subject, text, actors, command_key, reverses, postings)
     values ('${idOf(name)}', 1, '${on}', 'adjustment', 'by-hand', 'Test', '{}', 'direct',
       ${reversed}, ${count})`,
  ];
}

function postingOf(name: string, { account = 'cash', cents, line = 1, on = DAY }: DirectPosting) {
  return `insert into ledger_posting (entry_id, line, assignment_id, effective_on, cents)
    values ('${idOf(name)}', ${line}, '${idOf(account)}', '${on}', ${cents})`;
}

const FIVE: readonly DirectPosting[] = [{ cents: 500 }, { account: 'advances', cents: -500 }];

bookOnEachDatabase((database) => {
  const direct = (sql: string): Promise<unknown> => database.book.writer.query(sql);

  /** In one transaction, on a connection of its own. */
  const commit = async (statements: readonly string[]): Promise<void> => {
    await database.book.writer.transaction(async (manager) => {
      for (const statement of statements) await manager.query(statement);
    });
  };
  const rowsOf = async (table: string): Promise<number> =>
    (await database.book.writer.query<unknown[]>(`select * from ${table}`)).length;

  beforeAll(async () => {
    for (const [account, off] of [
      ['cash', 0],
      ['advances', 0],
      ['commitments', 1],
      ['contra', 1],
    ] as const) {
      await direct(
        `insert into ledger_assignment (id, account, off_balance, programme, component, budget_year,
           notice_line, contract, allocation_line, partner, claim)
         values ('${idOf(account)}', '${account}', ${off}, '', '', 0, '', '', '', '', '')`,
      );
    }
    await commit(entryOf('first', FIVE));
  });

  it('takes a balanced entry, counts its month and notes that it waits for the chain', async () => {
    await commit(
      entryOf('both', [
        ...FIVE,
        { account: 'commitments', cents: -70 },
        { account: 'contra', cents: 70 },
      ]),
    );
    expect(await rowsOf(`ledger_unchained where item_id = '${idOf('both')}'`)).toBe(1);
    const [balance] = await database.book.writer.query<{ cents: string | number }[]>(
      `select cents from ledger_balance
       where assignment_id = '${idOf('commitments')}' and month = '2025-03'`,
    );
    expect(Number(balance?.cents)).toBe(-70);
    expect(await rowsOf(`ledger_period where id = '2025-03'`)).toBe(1);
  });

  it.each<readonly [string, RegExp, readonly string[]]>([
    [
      'an entry that is not balanced',
      UNBALANCED,
      entryOf('x', [{ cents: 500 }, { account: 'advances', cents: -499 }]),
    ],
    ['an entry without postings', /unbalanced|postings_whole/, entryOf('x', [])],
    ['an entry that says two and has none', UNBALANCED, entryOf('x', [], { count: 2 })],
    ['an entry of one posting', /unbalanced|postings_whole/, entryOf('x', [{ cents: 500 }])],
    [
      'an entry of one posting that says two',
      UNBALANCED,
      entryOf('x', [{ cents: 500 }], { count: 2 }),
    ],
    ['an entry that says three and has two', UNBALANCED, entryOf('x', FIVE, { count: 3 })],
    [
      'off-balance against on-balance',
      UNBALANCED,
      entryOf('x', [{ cents: 500 }, { account: 'commitments', cents: -500 }]),
    ],
    ['the entry before its postings', UNBALANCED, entryOf('x', FIVE).toReversed()],
    [
      'a posting of another day than its entry',
      UNBALANCED,
      entryOf('x', [
        { cents: 500, on: '2025-03-15' },
        { account: 'advances', cents: -500 },
      ]),
    ],
    [
      'lines with a gap',
      UNBALANCED,
      entryOf('x', [{ cents: 500 }, { account: 'advances', cents: -500, line: 3 }]),
    ],
    ['postings without an entry', /foreign key|unbalanced/i, [postingOf('x', { cents: 500 })]],
    [
      'postings without an entry that sum to zero',
      /foreign key|unbalanced/i,
      [postingOf('x', { cents: 5 }), postingOf('x', { cents: -5, line: 2 })],
    ],
    [
      'a posting of an account that there is not',
      /foreign key/i,
      entryOf('x', [{ cents: 5 }, { account: 'bank', cents: -5 }]),
    ],
    ['a posting of nothing', /ck_ledger_posting_moves/, entryOf('x', [...FIVE, { cents: 0 }])],
    ['a day that does not exist', /_day|out of range/, entryOf('x', FIVE, { on: '2025-02-30' })],
    [
      'the reversal of an entry that there is not',
      /foreign key/i,
      entryOf('x', FIVE, { reverses: 'nobody' }),
    ],
    ['a second entry of the same id', /sealed/, entryOf('first', FIVE)],
    ['a late posting', /sealed/, [postingOf('first', { cents: 7, line: 3 })]],
    [
      'a late pair that sums to zero',
      /sealed/,
      [postingOf('first', { cents: 7, line: 3 }), postingOf('first', { cents: -7, line: 4 })],
    ],
  ])('refuses %s', async (_, reason, statements) => {
    const before = await counts();
    await expect(commit(statements)).rejects.toThrow(reason);
    expect(await counts()).toEqual(before);
  });

  it('refuses parts of a cent and words for one', async () => {
    const half = entryOf('half', [{ cents: 1.5 }, { account: 'advances', cents: -1.5 }]);
    const words = entryOf('words', [{ cents: `'abc'` }, { account: 'advances', cents: `'abc'` }]);
    await expect(commit(words)).rejects.toThrow();
    if (database.engine === 'sqlite') await expect(commit(half)).rejects.toThrow();
    expect(await rowsOf(`ledger_entry where id = '${idOf('words')}'`)).toBe(0);
  });

  it('refuses a second reversal of the same entry', async () => {
    const back = FIVE.map(({ cents, ...posting }) => ({ ...posting, cents: -cents }));
    await commit(entryOf('back', back, { reverses: 'first' }));
    await expect(commit(entryOf('again', back, { reverses: 'first' }))).rejects.toThrow(
      /unique|append-only/i,
    );
  });

  it('refuses to replace an entry or a posting, by its key or by the entry that it reverses', async () => {
    if (database.engine === 'postgres') {
      const [, , entry = ''] = entryOf('first', FIVE);
      const update = `${entry} on conflict (id) do update set text = 'anders'`;
      await expect(direct(update)).rejects.toThrow();
      return;
    }
    const replacing = (sql: string): string => sql.replace('insert', 'insert or replace');
    const [posting = '', , entry = ''] = entryOf('first', FIVE);
    await expect(direct(replacing(posting))).rejects.toThrow();
    await expect(direct(replacing(entry))).rejects.toThrow();
    const stealing = entryOf('thief', FIVE, { reverses: 'first' }).map(replacing);
    await expect(commit(stealing)).rejects.toThrow();
  });

  it.each([
    ...['ledger_account', 'ledger_assignment', 'ledger_entry', 'ledger_posting'],
    ...['ledger_chain', 'ledger_closing'],
  ])('refuses update, delete and truncate of %s', async (table) => {
    await oneRow(table);
    const before = await rowsOf(table);
    expect(before).toBeGreaterThan(0);
    const column = { ledger_chain: 'hash', ledger_posting: 'entry_id' }[table] ?? 'id';
    const changes = [
      `update ${table} set ${column} = ${column}`,
      `delete from ${table}`,
      ...(database.engine === 'postgres' ? [`truncate ${table} cascade`] : []),
    ];
    for (const change of changes) {
      await expect(direct(change)).rejects.toThrow(/append-only/);
    }
    expect(await rowsOf(table)).toBe(before);
  });

  it('refuses a link of the chain that does not follow the last one', async () => {
    await oneRow('ledger_chain');
    const link = (sequence: number, at: string, previous: string): string =>
      `insert into ledger_chain (sequence, item_kind, item_id, recorded_at, previous_hash, hash)
       values (${sequence}, 'entry', '${idOf('both')}', '${at}', '${previous}', '${HASH}')`;
    for (const wrong of [
      link(1, LATER, HASH),
      link(3, LATER, HASH),
      link(2, LATER, '1'.repeat(64)),
      link(2, '2020-01-01T00:00:00.000Z', HASH),
    ]) {
      await expect(direct(wrong)).rejects.toThrow();
    }
    await direct(link(2, LATER, HASH));
  });

  it('refuses an entry in a closed period, and takes the next month', async () => {
    await oneRow('ledger_closing');
    for (const on of ['2020-12-31', '2020-12-01', '2019-06-30']) {
      await expect(commit(entryOf('late', FIVE, { on }))).rejects.toThrow(/period closed/);
    }
    await commit(entryOf('next', FIVE, { on: '2021-01-01' }));
  });

  it('refuses what a second session adds to an entry that is about to be committed', async () => {
    if (database.engine === 'sqlite') return; // one writer at a time: there is no second session
    for (const [name, late] of [
      ['alone', [postingOf('alone', { cents: 7, line: 3 })]],
      ['pair', [7, -7].map((cents, at) => postingOf('pair', { cents, line: 3 + at }))],
    ] as const) {
      const { url = '' } = database.book.address as { readonly url?: string };
      const [first, second] = await Promise.all([session(url), session(url)]);
      for (const statement of entryOf(name, FIVE)) await first.query(statement);
      for (const statement of late)
        await second.query(statement.replace(`'${DAY}'`, `'2025-05-01'`));
      await first.query('commit');
      await expect(second.query('commit')).rejects.toThrow('ledger: unbalanced');
      for (const each of [first, second]) await each.end();
      expect(await rowsOf(`ledger_posting where entry_id = '${idOf(name)}'`)).toBe(2);
    }
  });

  const counts = async (): Promise<readonly number[]> => {
    const tables = ['entry', 'posting', 'balance', 'unchained', 'period'];
    const found: number[] = [];
    for (const table of tables) found.push(await rowsOf(`ledger_${table}`));
    return found;
  };

  /** A row of a table that nothing else here fills. */
  const oneRow = async (table: string): Promise<void> => {
    const insertion = ROWS[table];
    if (insertion !== undefined && (await rowsOf(table)) === 0) await direct(insertion);
  };
});

const HASH = 'a'.repeat(64);
const LATER = '2026-03-02T08:00:00.000Z';

const ROWS: Readonly<Record<string, string>> = {
  ledger_account: `insert into ledger_account
    (id, key, revision, name, kind, side, office_account, recorded_by, reason)
    values ('${idOf('account')}', 'cash', 1, 'Bank', 'asset', 'debit', '', 'person:dba', 'Test')`,
  ledger_chain: `insert into ledger_chain
    (sequence, item_kind, item_id, recorded_at, previous_hash, hash)
    values (1, 'entry', '${idOf('first')}', '2026-03-01T08:00:00.000Z', '${'0'.repeat(64)}', '${HASH}')`,
  ledger_closing: `insert into ledger_closing (period, id, entries, recorded_by, reason)
    values ('2020-12', '${idOf('closing')}', 0, 'person:dba', 'Test')`,
};

async function session(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query('begin');
  return client;
}
