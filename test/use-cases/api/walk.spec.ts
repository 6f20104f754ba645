import fc from 'fast-check';
import { startWebApp, type WebApp } from '../../web/web-app.js';
import { apiOf, type Api } from './api.js';
import { awoLine, notice2026, signedContract } from './facts-2026.js';
import { deeds, doDeed, FIRST_DAYS, walkPosts, type Deed, type Post, type Spell } from './walk.js';

const CONTRACTS = ['walk-a', 'walk-b'];
const WALK_MS = 15_000;

/** "0.25" and "28500.00" as whole ten-thousandths: exact. */
const exact = (text: string): number =>
  Math.trunc(Number(text) * 10_000 + (text.startsWith('-') ? -0.5 : 0.5));
const total = (texts: readonly string[]): number =>
  texts.reduce((sum, text) => sum + exact(text), 0);
const covers = ({ from, to = '9999' }: Pick<Spell, 'from' | 'to'>, day: string): boolean =>
  from <= day && day <= to;

interface Figures {
  readonly amount: string;
  readonly fte: string;
}

/** How much more is used than granted, by holder and day: only a cut by the Land or an amendment may add to it. */
type Excess = ReadonlyMap<string, number>;

let app: WebApp;
let api: Api;

beforeAll(async () => {
  app = await startWebApp();
  api = apiOf(app);
  const told = [await api.send('POST', '/notices', notice2026('walk', '3'))];
  for (const id of CONTRACTS) {
    const line = awoLine(`${id}-line`, '1.0', 'walk');
    told.push(await api.send('POST', '/contracts', signedContract(id, [line])));
  }
  expect(told.map(({ status }) => status)).toEqual([201, 201, 201]);
}, 90_000);
afterAll(() => app.close());

it('keeps the sums of a small book closed, whatever an officer does to it', async () => {
  let excess = await measured();
  const taken = new Map<string, number>();
  await fc.assert(
    fc.asyncProperty(deeds, async (deed) => {
      const { status, content } = await doDeed(api, deed);
      expect([deed, status < 500 ? 'fine' : content]).toEqual([deed, 'fine']);
      if (status >= 400) return;
      taken.set(deed.kind, (taken.get(deed.kind) ?? 0) + 1);
      const now = await measured();
      ensureNoMore(deed, excess, now);
      excess = now;
      ensureSpells(await walkPosts(api));
      await ensureSums();
    }),
    { numRuns: 150, interruptAfterTimeLimit: WALK_MS, endOnFailure: true },
  );
  expect(taken.size).toBeGreaterThan(5);
}, 60_000);

/** R1 by hand: what lines and posts have on each day against what stands above them. */
async function measured(): Promise<Excess> {
  const posts = await walkPosts(api);
  const excess = new Map<string, number>();
  for (const day of FIRST_DAYS) {
    const lines = new Map<string, string>();
    for (const id of CONTRACTS) lines.set(`${id}-line`, await lineShare(id, day));
    const onDay = posts.filter((post) => covers(post, day));
    const planned = (all: readonly Post[]): number => total(all.map((post) => post.plannedFte));
    const own = onDay.filter((post) => post.own !== undefined);
    const { content } = await api.get(`/notices/walk?on=${day}`);
    const [line] = content['lines'] as readonly {
      readonly fte: string;
      readonly usedFte: string;
    }[];
    const used = total([...lines.values()]) + planned(own);
    expect([day, exact(line?.usedFte ?? '')]).toEqual([day, used]);
    excess.set(`walk ${day}`, used - exact(line?.fte ?? ''));
    for (const [id, share] of lines) {
      const onLine = onDay.filter(({ allocationLine }) => allocationLine === id);
      excess.set(`${id} ${day}`, planned(onLine) - exact(share));
    }
  }
  return excess;
}

async function lineShare(contract: string, day: string): Promise<string> {
  const { content } = await api.get(`/contracts/${contract}?on=${day}`);
  const versions = content['versions'] as readonly {
    readonly version: { readonly number: number; readonly lines: readonly { fte: string }[] };
  }[];
  const inForce = versions.find(({ version }) => version.number === content['inForce']);
  return inForce?.version.lines[0]?.fte ?? '0';
}

/** A new or larger child is refused; what a cut left short may stay, but not grow. */
function ensureNoMore({ kind }: Deed, before: Excess, now: Excess): void {
  for (const [holder, over] of now) {
    const isCut = kind === 'noticed' || (kind === 'amended' && !holder.startsWith('walk '));
    const allowed = isCut ? over : Math.max(0, before.get(holder) ?? 0);
    expect([kind, holder, over <= allowed]).toEqual([kind, holder, true]);
  }
}

/** R9 and R11: neither a post nor a person is ever above what it has. */
function ensureSpells(posts: readonly Post[]): void {
  for (const day of FIRST_DAYS) {
    const persons = new Map<string, number>();
    for (const post of posts) {
      const spells = post.occupancies.filter((spell) => covers(spell, day));
      expect(total(spells.map(({ share }) => share))).toBeLessThanOrEqual(exact(post.plannedFte));
      for (const { personKey, share } of spells) {
        persons.set(personKey, (persons.get(personKey) ?? 0) + exact(share));
      }
    }
    expect(Math.max(0, ...persons.values())).toBeLessThanOrEqual(10_000);
  }
}

interface Component extends Readonly<
  Record<'granted' | 'forwarded' | 'kept' | 'remainder', Figures>
> {
  readonly entitled: string;
  readonly ownEntitled: string;
  readonly partners: readonly { readonly forwarded: Figures; readonly entitled: string }[];
}

/** Parts add up to their total to the cent, on each level, and the cache tells what is computed anew. */
async function ensureSums(): Promise<void> {
  const scope = 'year=2026&on=2026-12-31';
  const { content } = await api.get(`/overview?${scope}`);
  const { knownAt, ...again } = (await api.get(`/overview?${scope}&knownAt=${app.clock.now()}`))
    .content;
  expect(knownAt).toBe(app.clock.now());
  expect(again).toEqual(content);
  const components = content['components'] as readonly Component[];
  for (const each of components) {
    for (const measure of ['amount', 'fte'] as const) {
      const parts = [each.forwarded[measure], each.kept[measure], each.remainder[measure]];
      expect(total(parts)).toBe(exact(each.granted[measure]));
    }
    expect(total(each.partners.map(({ entitled }) => entitled))).toBe(exact(each.entitled));
    expect(total(each.partners.map(({ forwarded }) => forwarded.amount))).toBe(
      exact(each.forwarded.amount),
    );
  }
  const told = (await api.get(`/entitlements?${scope}&limit=200`)).content;
  const lines = told['lines'] as readonly { amount: string; ceiling: string }[];
  const ownPosts = told['ownPosts'] as readonly { amount: string }[];
  expect(total(lines.map(({ amount }) => amount))).toBe(exact(told['forwarded'] as string));
  expect(total(ownPosts.map(({ amount }) => amount))).toBe(exact(told['own'] as string));
  expect(total(components.map(({ ownEntitled }) => ownEntitled))).toBe(
    exact(told['own'] as string),
  );
  for (const { amount, ceiling } of lines)
    expect(exact(amount)).toBeLessThanOrEqual(exact(ceiling));
}
