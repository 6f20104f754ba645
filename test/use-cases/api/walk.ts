import fc from 'fast-check';
import { without } from '../../support/without.js';
import type { Api, Told } from './api.js';
import { awoLine, notice2026, ownPost } from './facts-2026.js';

/** One thing that an officer does to the small book of 2026, with numbers by chance. */
export type Deed = Readonly<{
  kind: (typeof KINDS)[number];
  pick: number;
  place: 'own' | 'walk-a' | 'walk-b';
  share: string;
  person: string;
  from: number;
  to: number;
}>;

const KINDS = [
  ...(['post', 'post', 'post-corrected', 'post-gone', 'post-moved'] as const),
  ...(['spell', 'spell', 'spell-corrected', 'spell-gone', 'amended', 'noticed'] as const),
];

/** Everything begins and ends with a quarter, so that four days tell the whole year. */
export const FIRST_DAYS = ['2026-01-01', '2026-04-01', '2026-07-01', '2026-10-01'];
const LAST_DAYS = ['2026-03-31', '2026-06-30', '2026-09-30', '2026-12-31'];

export const deeds: fc.Arbitrary<Deed> = fc.record({
  kind: fc.constantFrom(...KINDS),
  pick: fc.nat(30),
  place: fc.constantFrom('own', 'walk-a', 'walk-b'),
  share: fc.constantFrom('0.25', '0.5', '0.75', '1.0'),
  person: fc.constantFrom('WAL-1', 'WAL-2', 'WAL-3'),
  from: fc.nat(3),
  to: fc.nat(3),
});

interface Listed {
  readonly items: readonly { readonly position: Post }[];
}

/** A post as the API lists it. */
export interface Post {
  readonly id: string;
  readonly plannedFte: string;
  readonly from: string;
  readonly to?: string;
  readonly own?: object;
  readonly allocationLine?: string;
  readonly occupancies: readonly Spell[];
}

export interface Spell {
  readonly id: string;
  readonly personKey: string;
  readonly from: string;
  readonly to?: string;
  readonly share: string;
}

/** The posts of the walk; the example book has others. */
export async function walkPosts(api: Api): Promise<readonly Post[]> {
  const { content } = await api.get('/positions?year=2026&limit=200&q=WALK');
  return (content as unknown as Listed).items.map(({ position }) => position);
}

let count = 0;

/** Does it, and answers what the book said: for several steps the last, or the first refusal. */
export async function doDeed(api: Api, deed: Deed): Promise<Told> {
  const posts = await walkPosts(api);
  const post = posts[deed.pick % Math.max(1, posts.length)];
  const spell = post?.occupancies[deed.from % Math.max(1, post.occupancies.length)];
  count += 1;
  if (deed.kind === 'noticed') {
    const body = { ...notice2026('walk', (1 + deed.pick / 10).toString()), reason: 'Bescheid' };
    return api.change('PUT', '/notices/walk', body, '/notices/walk');
  }
  if (deed.kind === 'amended') {
    return amend(api, deed.place === 'own' ? 'walk-a' : deed.place, deed);
  }
  if (deed.kind === 'post') {
    return api.send('POST', '/positions', statedPost(`walk-${count.toString()}`, deed));
  }
  return post === undefined ? api.get('/notices/walk') : change(api, deed, post, spell);
}

async function change(api: Api, deed: Deed, post: Post, spell?: Spell): Promise<Told> {
  const path = `/positions/${post.id}`;
  const seen = `${path}?year=2026`;
  const reason = 'im Lauf';
  const days = { from: FIRST_DAYS[deed.from], to: LAST_DAYS[deed.to] };
  const stated = { personKey: deed.person, ...days, share: deed.share };
  if (deed.kind === 'post-corrected') {
    const corrected = { ...without(post, 'occupancies'), plannedFte: deed.share, reason };
    return api.change('PUT', path, corrected, seen);
  }
  if (deed.kind === 'post-gone') return api.change('DELETE', path, { reason }, seen);
  if (deed.kind === 'post-moved') {
    const id = `walk-${count.toString()}`;
    const to = post.own === undefined ? { allocationLine: lineOf(deed) } : { placeOfWork: id };
    return api.change('POST', `${path}/move`, { on: days.from, id, to, reason }, seen);
  }
  if (deed.kind === 'spell') {
    return api.send('POST', '/occupancies', { position: post.id, ...stated });
  }
  if (spell === undefined) return api.get(seen);
  return deed.kind === 'spell-gone'
    ? api.change('DELETE', `/occupancies/${spell.id}`, { reason }, seen)
    : api.change('PUT', `/occupancies/${spell.id}`, { ...stated, reason }, seen);
}

function statedPost(id: string, deed: Deed): object {
  const days = { from: FIRST_DAYS[deed.from] };
  const post = ownPost(id, 'walk', deed.share, days);
  if (deed.place === 'own') return post;
  return { ...post, own: undefined, employer: 'awo', allocationLine: lineOf(deed) };
}

function lineOf({ place }: Deed): string {
  return `${place === 'own' ? 'walk-a' : place}-line`;
}

/** Draft, sent, signed by both; what is refused on the way is taken back. */
async function amend(api: Api, id: string, { share, from }: Deed): Promise<Told> {
  const path = `/contracts/${id}`;
  const lines = [awoLine(`${id}-line`, share, 'walk')];
  const fields = { title: 'Änderung', inForceFrom: FIRST_DAYS[from], lines, reason: 'im Lauf' };
  const drafted = await api.change('POST', `${path}/versions`, fields, path);
  if (drafted.status >= 400) return drafted;
  const version = drafted.headers.get('location')?.replace('/api/v1', '') ?? '';
  const day = '2026-01-15';
  const steps: readonly (readonly [string, object])[] = [
    ['sending', { sentOn: day, writtenOn: day }],
    ['signatures', { party: 'kreis', signedOn: day }],
    ['signatures', { party: 'awo', signedOn: day }],
  ];
  for (const [step, body] of steps) {
    const told = await api.change('POST', `${version}/${step}`, body, path);
    if (told.status >= 400) {
      await api.change('POST', `${version}/recall`, { reason: 'im Lauf' }, path);
      await api.change('DELETE', version, { reason: 'im Lauf' }, path);
      return told;
    }
  }
  return api.get(path);
}
