import { ledgerExamples } from '../../../src/ledger/ledger.examples.js';
import { apiOnEachDatabase, type Api, type Told } from '../api/api.js';

const PATH = '/ledger/entries';

interface Problem {
  readonly errors?: readonly { readonly pointer: string; readonly detail: string }[];
}

const key = (text: string) => ({ 'idempotency-key': text });

/** An entry that moves an amount from the bank to nowhere in particular. */
const moving = (amount: string, more: object = {}) => ({
  effectiveOn: '2026-02-10',
  text: 'Klärung mit der Kasse',
  postings: [
    { account: 'cash', amount: `-${amount}` },
    { account: 'unallocated', amount },
  ],
  ...more,
});

const ofLine = { account: 'advances', amount: '5.00', budgetYear: 2025 };
const withPosting = (posting: object) =>
  moving('5.00', { postings: [{ account: 'cash', amount: '-5.00' }, posting] });

/** What is wrong, the body, and where the answer says so. */
const WRONG: readonly (readonly [string, unknown, readonly string[]])[] = [
  ['nothing', {}, ['/effectiveOn', '/text', '/postings']],
  ['a list', [], ['', '/effectiveOn', '/text', '/postings']],
  ['a day that does not exist', moving('1.00', { effectiveOn: '2026-02-30' }), ['/effectiveOn']],
  ['a German day', moving('1.00', { effectiveOn: '10.02.2026' }), ['/effectiveOn']],
  ['a day that is a number', moving('1.00', { effectiveOn: 20260210 }), ['/effectiveOn']],
  ['another kind', moving('1.00', { kind: 'order' }), ['/kind']],
  ['no reason', moving('1.00', { text: ' ' }), ['/text']],
  ['a reason that is no text', moving('1.00', { text: 7 }), ['/text']],
  ['a reason that is too long', moving('1.00', { text: 'x'.repeat(501) }), ['/text']],
  ['a field that there is not', moving('1.00', { effectiveon: '' }), ['/effectiveon']],
  ['no postings', moving('1.00', { postings: [] }), ['/postings']],
  ['postings that are no list', moving('1.00', { postings: {} }), ['/postings']],
  [
    'one posting',
    moving('1.00', { postings: [{ account: 'cash', amount: '1.00' }] }),
    ['/postings'],
  ],
  [
    'too many postings',
    moving('1.00', { postings: Array(201).fill({ account: 'cash', amount: '1.00' }) }),
    ['/postings'],
  ],
  ['an amount of nothing', moving('0.00'), ['/postings/0/amount', '/postings/1/amount']],
  [
    'an amount with three places',
    withPosting({ account: 'cash', amount: '5.001' }),
    ['/postings/1/amount'],
  ],
  [
    'an amount that is a number',
    withPosting({ account: 'cash', amount: 5 }),
    ['/postings/1/amount'],
  ],
  ['a German amount', withPosting({ account: 'cash', amount: '5,00' }), ['/postings/1/amount']],
  ['no amount', withPosting({ account: 'cash' }), ['/postings/1/amount']],
  [
    'a sum that no Kreis has',
    moving('100000000000.00'),
    ['/postings/0/amount', '/postings/1/amount'],
  ],
  [
    'an account that there is not',
    withPosting({ account: 'bank', amount: '5.00' }),
    ['/postings/1/account'],
  ],
  ['no account', withPosting({ amount: '5.00' }), ['/postings/1/account']],
  [
    'an account of every object',
    withPosting({ account: 'toString', amount: '5.00' }),
    ['/postings/1/account'],
  ],
  [
    'a posting that is none',
    withPosting([]),
    ['/postings/1', '/postings/1/account', '/postings/1/amount'],
  ],
  ['sides that differ', withPosting({ account: 'advances', amount: '4.99' }), ['/postings']],
  [
    'off-balance against on-balance',
    withPosting({ account: 'commitments', amount: '5.00' }),
    ['/postings'],
  ],
  [
    'a budget year that is none',
    withPosting({ ...ofLine, budgetYear: '25' }),
    ['/postings/1/budgetYear'],
  ],
  [
    'a line without its budget year',
    withPosting({ account: 'advances', amount: '5.00', allocationLine: 'luenen-kim-2' }),
    ['/postings/1/budgetYear'],
  ],
  [
    'an unknown line',
    withPosting({ ...ofLine, allocationLine: 'atlantis' }),
    ['/postings/1/allocationLine'],
  ],
  [
    'an unknown notice line',
    withPosting({ ...ofLine, noticeLine: 'atlantis' }),
    ['/postings/1/noticeLine'],
  ],
  [
    'an unknown contract',
    withPosting({ ...ofLine, contract: 'atlantis' }),
    ['/postings/1/contract'],
  ],
  ['an unknown partner', withPosting({ ...ofLine, partner: 'atlantis' }), ['/postings/1/partner']],
  [
    'an unknown component',
    withPosting({ ...ofLine, component: 'atlantis' }),
    ['/postings/1/component'],
  ],
  [
    'an unknown programme',
    withPosting({ ...ofLine, programme: 'atlantis' }),
    ['/postings/1/programme'],
  ],
  [
    'a line of somebody else',
    withPosting({ ...ofLine, allocationLine: 'luenen-kim-2', partner: 'bergkamen' }),
    ['/postings/1/partner'],
  ],
  [
    'a notice line of another year',
    withPosting({ ...ofLine, noticeLine: 'kim-2-2025', budgetYear: 2024 }),
    ['/postings/1/budgetYear'],
  ],
];

apiOnEachDatabase(1, (apis) => {
  const api = (): Api => apis()[0] as Api;
  const enter = (body: unknown, headers = {}): Promise<Told> =>
    api().send('POST', PATH, body, headers);
  const entered = async (): Promise<number> => {
    const { content } = await api().get(`${PATH}?kind=adjustment&limit=200`);
    return (content['entries'] as readonly unknown[]).length;
  };

  it('takes an entry, completes what its line belongs to, and tells it where Location says', async () => {
    const told = await enter(ledgerExamples.enter);
    expect(told.status).toBe(201);
    const { id } = told.content as { id: string };
    const line = {
      ...{ allocationLine: 'luenen-kim-2', budgetYear: 2025, contract: 'kim-cities' },
      ...{ partner: 'luenen', programme: 'kim', component: 'kim-2', noticeLine: 'kim-2-2025' },
    };
    expect(told.content).toMatchObject({
      ...{ effectiveOn: '2026-02-27', kind: 'adjustment', byHand: true },
      ...{ text: ledgerExamples.enter.text, subject: 'document:Kontoauszug 41/2026' },
      ...{
        actors: { entered: expect.stringMatching(/^person:/) as string },
        reverses: null,
        reversedBy: null,
      },
      postings: [
        { line: 1, account: 'cash', amount: '-100.00', ...line },
        { line: 2, account: 'advances', amount: '100.00', ...line },
      ],
    });
    expect(told.headers.get('location')).toBe(`/api/v1${PATH}/${id}`);
    await api().get(`${PATH}?knownAt=2199-01-01T00:00:00Z&limit=1`);
    const { content } = await api().get(`${PATH}/${id}`);
    expect(content).toMatchObject({ id, recordedAt: '2026-03-02T08:00:00.000Z' });
    expect(content['hash']).toMatch(/^[0-9a-f]{64}$/);
    expect(content['sequence']).toBeGreaterThan(1);
  });

  it.each(WRONG)('refuses %s and says where', async (_, body, pointers) => {
    const before = await entered();
    const { status, content } = await enter(body);
    const told = (content as Problem).errors?.map(({ pointer }) => pointer);
    expect([status, told]).toEqual([422, pointers]);
    expect((content as Problem).errors?.every(({ detail }) => detail.endsWith('.'))).toBe(true);
    expect(await entered()).toBe(before);
  });

  it('answers 50 requests of one key and content with one entry', async () => {
    const before = await entered();
    const answers = await Promise.all(
      Array.from({ length: 50 }, () => enter(moving('12.34'), key('fifty'))),
    );
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]));
    const bodies = answers.map(({ content }) => ({ ...content, ...UNCHAINED }));
    expect(new Set(bodies.map((body) => JSON.stringify(body))).size).toBe(1);
    expect(await entered()).toBe(before + 1);
  });

  it('refuses the half of 50 requests that say something else under the same key', async () => {
    const before = await entered();
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, at) => enter(moving(at % 2 ? '1.00' : '2.00'), key('half'))),
    );
    const statuses = answers.map(({ status }) => status).toSorted();
    expect(statuses).toEqual(Array.from({ length: 50 }, (_, at) => (at < 25 ? 201 : 409)));
    const lost = answers.find(({ status }) => status === 409);
    expect(lost?.content).toMatchObject({ type: '/errors/command.reused' });
    expect(new Set(answers.filter(({ status }) => status === 201).map(idOf)).size).toBe(1);
    expect(await entered()).toBe(before + 1);
  });

  it('keeps no key of a refused request', async () => {
    expect((await enter(moving('0.00'), key('refused'))).status).toBe(422);
    expect((await enter(moving('3.00'), key('refused'))).status).toBe(201);
  });

  it('takes an entry by hand back once, also when two ask at the same time', async () => {
    const id = idOf(await enter(moving('7.00')));
    const reverse = () => api().send('POST', `${PATH}/${id}/reversal`, ledgerExamples.reverse);
    const answers = (await Promise.all([reverse(), reverse()])).toSorted(
      (a, b) => a.status - b.status,
    );
    expect(answers.map(({ status }) => status)).toEqual([201, 409]);
    expect(answers[0]?.content).toMatchObject({
      ...{ kind: 'reversal', byHand: true, reverses: id, subject: `entry:${id}` },
      ...{ effectiveOn: '2026-03-02', text: ledgerExamples.reverse.text },
      postings: [
        { account: 'cash', amount: '7.00' },
        { account: 'unallocated', amount: '-7.00' },
      ],
    });
    expect(answers[1]?.content).toMatchObject({ type: '/errors/ledger.already-reversed' });
    const { content } = await api().get(`${PATH}/${id}`);
    expect(content['reversedBy']).toBe(idOf(answers[0] as Told));
    expect((await reverse()).status).toBe(409);
    const again = await api().send(
      'POST',
      `${PATH}/${idOf(answers[0] as Told)}/reversal`,
      ledgerExamples.reverse,
    );
    expect(again.content).toMatchObject({ type: '/errors/ledger.not-reversible' });
  });

  it.each([
    ['nothing', {}, ['/effectiveOn', '/text']],
    ['a day that does not exist', { effectiveOn: '2025-02-29', text: 'x' }, ['/effectiveOn']],
    ['a field that there is not', { ...ledgerExamples.reverse, id: 'x' }, ['/id']],
    ['a day before the entry', { effectiveOn: '2020-01-01', text: 'x' }, ['/effectiveOn']],
  ])('refuses a reversal with %s', async (_, body, pointers) => {
    const id = idOf(await enter(moving('8.00')));
    const { status, content } = await api().send('POST', `${PATH}/${id}/reversal`, body);
    const told = (content as Problem).errors?.map(({ pointer }) => pointer);
    expect([status, told]).toEqual([422, pointers]);
  });

  it('does not know an entry that there is not', async () => {
    const unknown = `${PATH}/01ARZ3NDEKTSV4RRFFQ69G5FAV`;
    const answers = [
      await api().get(unknown),
      await api().send('POST', `${unknown}/reversal`, ledgerExamples.reverse),
    ];
    for (const { status, content } of answers) {
      expect([status, content['type']]).toEqual([404, '/errors/ledger.unknown-entry']);
    }
  });

  it("states the office's own number of an account, and chains it", async () => {
    const path = '/ledger/accounts/cash';
    const before = await api().get(path);
    const { status, content, etag } = await api().change(
      'PUT',
      path,
      ledgerExamples.officeAccount,
      path,
    );
    expect([status, etag]).toEqual([200, '"2"']);
    expect(content).toEqual({
      ...before.content,
      ...{ revision: 2, officeAccount: ledgerExamples.officeAccount.officeAccount },
    });
    const { content: all } = await api().get('/ledger/accounts');
    expect(all['accounts']).toContainEqual(content);
    const stale = { 'if-match': before.etag };
    const late = await api().send('PUT', path, ledgerExamples.officeAccount, stale);
    expect(late.status).toBe(412);
    const unknown = await api().send('PUT', '/ledger/accounts/bank', ledgerExamples.officeAccount, {
      'if-match': '"1"',
    });
    expect(unknown.content).toMatchObject({ type: '/errors/ledger.unknown-account' });
  });
});

const UNCHAINED = { sequence: null, recordedAt: null, previousHash: null, hash: null };

function idOf({ content }: Told): string {
  return String(content['id']);
}
