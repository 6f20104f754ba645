import { ACCOUNT_KEYS } from '../../../src/ledger/chart.js';
import { apiOnEachDatabase, type Api, type Told } from '../api/api.js';

interface Entry {
  readonly id: string;
  readonly text: string;
  readonly sequence: number;
  readonly effectiveOn: string;
  readonly postings: readonly { readonly account: string; readonly amount: string }[];
}

const LINE = { allocationLine: 'luenen-kim-2', budgetYear: 2025 };

const entry = (text: string, effectiveOn: string, posting: object = LINE) => ({
  ...{ text, effectiveOn },
  postings: [
    { account: 'cash', amount: '-10.00' },
    { account: 'advances', amount: '10.00', ...posting },
  ],
});

apiOnEachDatabase(2, (apis) => {
  const api = (): Api => apis()[0] as Api;
  const entriesOf = ({ content }: Told): readonly Entry[] => content['entries'] as readonly Entry[];
  const get = (path: string): Promise<Told> => api().get(`/ledger${path}`);
  const send = (path: string, body: unknown, one = api()): Promise<Told> =>
    one.send('POST', `/ledger${path}`, body);

  beforeAll(async () => {
    await send('/entries', entry('erste', '2026-01-10'));
    await send('/entries', entry('zweite', '2026-01-20'));
    await send('/entries', entry('dritte', '2026-02-10', { partner: 'awo' }));
    await get('/balances?knownAt=2199-01-01T00:00:00Z'); // until all is chained
  });

  it('tells entries page by page, oldest first, and the newest first where that is asked', async () => {
    const first = await get('/entries?kind=adjustment&limit=2');
    expect(entriesOf(first).map(({ text }) => text)).toEqual(['erste', 'zweite']);
    const next = String(first.content['next']);
    const second = await get(`/entries?kind=adjustment&limit=2&after=${next}`);
    expect(entriesOf(second).map(({ text }) => text)).toEqual(['dritte']);
    expect(second.content['next']).toBeNull();
    const newest = await get('/entries?kind=adjustment&order=newest&limit=1');
    expect(entriesOf(newest).map(({ text }) => text)).toEqual(['dritte']);
  });

  it.each([
    ['contract=kim-cities', ['erste', 'zweite']],
    ['partner=awo', ['dritte']],
    ['allocationLine=luenen-kim-2&year=2025', ['erste', 'zweite']],
    ['allocationLine=luenen-kim-2&year=2024', []],
    ['noticeLine=kim-2-2025', ['erste', 'zweite']],
    ['component=kim-2&account=advances', ['erste', 'zweite']],
    ['from=2026-01-15&to=2026-02-10', ['zweite', 'dritte']],
    ['from=2026-01-10&to=2026-01-10', ['erste']],
    ['q=DRITTE', ['dritte']],
    ['account=claims-of-nobody', undefined],
    ['claim=none', []],
  ])('finds entries by hand by %s', async (query, texts) => {
    const told = await get(`/entries?kind=adjustment&${query}`);
    if (texts === undefined) expect(told.status).toBe(422);
    else expect(entriesOf(told).map(({ text }) => text)).toEqual(texts);
  });

  it.each<readonly [string, string]>([
    ...['/entries', '/balances'].flatMap((path) =>
      [
        ['account=bank', '/account'],
        ['account=toString', '/account'],
        ['year=25', '/year'],
        ['knownAt=gestern', '/knownAt'],
        ['knownAt=2026-02-30T00:00:00Z', '/knownAt'],
        ['contracts=kim-cities', '/contracts'],
      ].map(([query = '', pointer = '']) => [`${path}?${query}`, pointer] as const),
    ),
    ['/entries?kind=order2', '/kind'],
    ['/entries?from=2026-02-30', '/from'],
    ['/entries?to=01.02.2026', '/to'],
    ['/entries?from=2026-02-01&to=2026-01-01', '/from'],
    ['/entries?order=best', '/order'],
    ['/entries?limit=0', '/limit'],
    ['/entries?limit=201', '/limit'],
    ['/entries?after=x', '/after'],
    ['/balances?asOf=2025-13-01', '/asOf'],
    ['/balances?from=2025-01-01', '/from'],
  ])('refuses %s at its field', async (path, pointer) => {
    const { status, content } = await get(path);
    const errors = content['errors'] as readonly { readonly pointer: string }[] | undefined;
    expect([status, errors?.map((each) => each.pointer)]).toEqual([422, [pointer]]);
  });

  it('tells balances of a line as of a day, and as known at an instant', async () => {
    const line = 'allocationLine=luenen-kim-2&year=2025&account=cash';
    const cash = async (query: string): Promise<number> => {
      const { content } = await get(`/balances?${line}${query}`);
      const balances = content['balances'] as readonly { readonly amount: string }[];
      return balances.reduce((sum, { amount }) => sum + Number(amount.replace('.', '')), 0);
    };
    const before = await cash('&asOf=2026-01-09');
    expect(await cash('&asOf=2026-01-10')).toBe(before - 1000);
    expect(await cash('&asOf=2026-01-31')).toBe(before - 2000);
    expect(await cash('&asOf=2026-01-31&knownAt=2026-03-02T08:00:00Z')).toBe(before - 2000);
    expect(await cash('&asOf=2026-01-31&knownAt=2020-01-01T00:00:00Z')).toBe(0);
  });

  it('tells balances that add up to nothing, on and off the balance sheet', async () => {
    const { content: chart } = await get('/accounts');
    const accounts = chart['accounts'] as readonly {
      readonly key: string;
      readonly kind: string;
    }[];
    expect(accounts.map(({ key }) => key)).toEqual(ACCOUNT_KEYS);
    const memo = new Set(accounts.filter(({ kind }) => kind === 'memo').map(({ key }) => key));
    const { content } = await get('/balances');
    const balances = content['balances'] as readonly {
      readonly account: string;
      readonly amount: string;
    }[];
    expect(balances.length).toBeGreaterThan(0);
    for (const off of [true, false]) {
      const own = balances.filter(({ account }) => memo.has(account) === off);
      const sum = own.reduce((total, { amount }) => total + BigInt(amount.replace('.', '')), 0n);
      expect(sum).toBe(0n);
    }
  });

  it('closes a month once, also when two instances are asked, and tells the seal', async () => {
    const close = (one: Api) => send('/periods/2021-12/closing', { reason: 'Abschluss 2021' }, one);
    const answers = (await Promise.all(apis().map(close))).toSorted((a, b) => a.status - b.status);
    expect(answers.map(({ status }) => status)).toEqual([201, 409]);
    const [won, lost] = answers;
    expect(won?.content).toMatchObject({
      ...{ period: '2021-12', day: '2021-12-31', reason: 'Abschluss 2021', entries: 0 },
      recordedBy: expect.stringMatching(/^person:/) as string,
    });
    expect(won?.content['hash']).toMatch(/^[0-9a-f]{64}$/);
    expect(lost?.content).toMatchObject({ type: '/errors/ledger.period-already-closed' });
    const { content } = await get('/closings');
    const [told, ...others] = content['closings'] as readonly object[];
    expect(won?.content).toMatchObject(told ?? {});
    expect(others).toEqual([]);
    const late = await send('/entries', entry('zu spät', '2021-12-31'));
    expect(late.content).toMatchObject({
      ...{ type: '/errors/ledger.period-closed', status: 409 },
      facts: { day: '2021-12-31', firstOpenDay: '2022-01-01' },
    });
  });

  it.each([
    ['/periods/2021-13/closing', { reason: 'x' }, '/period'],
    ['/periods/heute/closing', { reason: 'x' }, '/period'],
    ['/periods/2022-01/closing', {}, '/reason'],
    ['/periods/2022-01/closing', { reason: 'x', period: '2022-01' }, '/period'],
  ])('refuses to close by %s with %j', async (path, body, pointer) => {
    const { status, content } = await send(path, body);
    const errors = content['errors'] as readonly { readonly pointer: string }[] | undefined;
    expect([status, errors?.map((each) => each.pointer)]).toEqual([422, [pointer]]);
  });

  it('tells who enters just what it tells from then on', async () => {
    const { content: answered } = await send('/entries', entry('sofort', '2026-02-11'));
    await get('/balances?knownAt=2199-01-01T00:00:00Z'); // until all is chained
    const { content: told } = await get(`/entries/${String(answered['id'])}`);
    const { sequence, recordedAt, previousHash, hash } = told;
    const link = answered['hash'] === null ? { sequence, recordedAt, previousHash, hash } : {};
    expect({ ...answered, ...link }).toEqual(told);
    expect(hash).toMatch(/^[0-9a-f]{64}$/);
  });
});
