import { ask } from '../answers.js';
import { startWebApp, type WebApp } from '../web-app.js';

interface Listed {
  readonly items: readonly Readonly<Record<string, unknown>>[];
  readonly next: string | null;
}

let book: WebApp;

beforeAll(async () => {
  book = await startWebApp();
}, 60_000);
afterAll(() => book.close());

async function list(path: string): Promise<Listed> {
  const { status, body } = await ask(book, `/api/v1/${path}`);
  expect([path, status]).toEqual([path, 200]);
  return JSON.parse(body) as Listed;
}

/** All pages of a list, two items at a time. */
async function walk(path: string): Promise<readonly Readonly<Record<string, unknown>>[]> {
  const items: Readonly<Record<string, unknown>>[] = [];
  let after = '';
  for (;;) {
    const page = await list(`${path}&limit=7${after}`);
    items.push(...page.items);
    if (page.next === null) return items;
    after = `&after=${encodeURIComponent(page.next)}`;
  }
}

const LISTS = [
  ['notices', 'year=2025', ['title', 'reference', 'issuedOn', 'amount']],
  ['contracts', 'on=2025-12-31', ['title', 'fileReference', 'programme']],
  ['partners', 'on=2025-12-31', ['name', 'shortName', 'sector']],
  [
    'positions',
    'year=2025',
    ['label', 'title', 'employer', 'component', 'placeOfWork', 'plannedFte', 'from'],
  ],
  [
    'lines',
    'year=2025',
    ['title', 'partner', 'component', 'contract', 'fte', 'ceiling', 'entitled'],
  ],
] as const;

describe.each(LISTS)('GET /api/v1/%s', (name, given, sorts) => {
  it('shows each item once under every order, up and down', async () => {
    const all = await walk(`${name}?${given}`);
    const texts = all.map((item) => JSON.stringify(item)).toSorted();
    expect(new Set(texts).size).toBe(texts.length);
    for (const sort of sorts.flatMap((field) => [field, `-${field}`])) {
      const sorted = await walk(`${name}?${given}&sort=${sort}`);
      expect(sorted.map((item) => JSON.stringify(item)).toSorted()).toEqual(texts);
    }
  });

  it('finds by all words of a search', async () => {
    const found = await list(`${name}?${given}&q=xyzzy`);
    expect(found).toEqual({ items: [], next: null });
    const some = await walk(`${name}?${given}&q=kim`);
    expect(some.length).toBeLessThanOrEqual((await walk(`${name}?${given}`)).length);
  });

  it.each(['sort=nichts', 'sort=__proto__', 'sort=', 'sort=-', `sort=${sorts[0]}&after=abc`])(
    'refuses %s',
    async (query) => {
      const { status, body } = await ask(book, `/api/v1/${name}?${given}&${query}`);
      expect(status).toBe(422);
      expect(body).toMatch(/"pointer":"\/(sort|after)"/);
    },
  );
});

describe('the lines of all contracts', () => {
  it('come with payer, ceiling and entitlement of the year', async () => {
    const { items } = await list('lines?year=2025&partner=luenen&component=kim-2');
    expect(items).toMatchObject([
      {
        id: 'luenen-kim-2',
        contract: 'kim-cities',
        line: { partner: 'luenen', fte: '5.0', annualRate: '57000.00' },
        funding: { source: 'notice-line' },
        ceiling: '285000.00',
        entitled: '285000.00',
      },
    ]);
  });

  it('are narrowed by source, notice line and contract', async () => {
    const own = await walk('lines?year=2025&funding=own-funds');
    expect(own).toHaveLength(3);
    const cities = await walk('lines?year=2025&contract=kim-cities');
    expect(cities).toHaveLength(3);
    const [first] = cities;
    const { noticeLine } = first?.['funding'] as { noticeLine: string };
    const paid = await walk(`lines?year=2025&noticeLine=${noticeLine}`);
    expect(paid.map(({ id }) => id)).toContain(first?.['id']);
  });

  it('are sorted by their amount, those that take money last', async () => {
    const items = await walk('lines?year=2025&sort=-entitled');
    expect(items[0]).toMatchObject({ id: 'luenen-kim-2' });
    expect(items.at(-1)).toMatchObject({ direction: 'refund' });
    expect(items.at(-1)).not.toHaveProperty('entitled');
  });

  it('show only what was known', async () => {
    const { items } = await list('lines?year=2025&knownAt=2024-01-01T00:00:00.000Z');
    expect(items).toEqual([]);
  });
});

describe('GET /api/v1/entitlements', () => {
  interface Entitled {
    readonly lines: readonly { readonly line: string; readonly component: string }[];
    readonly next: string | null;
    readonly ownPosts: readonly unknown[];
    readonly forwarded: string;
  }
  const entitled = async (query: string): Promise<Entitled> =>
    JSON.parse((await ask(book, `/api/v1/entitlements?year=2025${query}`)).body) as Entitled;

  it('comes whole unless a page is asked for, with the same sums', async () => {
    const whole = await entitled('');
    const first = await entitled('&limit=3&sort=-amount');
    expect(whole.next).toBeNull();
    expect(first.lines).toHaveLength(3);
    expect(first.lines[0]?.line).toBe('luenen-kim-2');
    expect(first.forwarded).toBe(whole.forwarded);
    const second = await entitled(`&limit=200&sort=-amount&after=${first.next ?? ''}`);
    expect(first.lines.length + second.lines.length).toBe(whole.lines.length);
    expect(second.ownPosts).toEqual([]);
  });

  it('is searched, and narrowed to a component', async () => {
    expect((await entitled('&q=luenen-kim-2')).lines).toHaveLength(1);
    const { lines } = await entitled('&component=kim-1');
    expect(new Set(lines.map(({ component }) => component))).toEqual(new Set(['kim-1']));
  });
});
