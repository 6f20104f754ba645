import { apiOnEachDatabase, type Api, type Told } from './api.js';
import { notice2026, ownPost } from './facts-2026.js';

const SAYS = '2026-03-02T08:00:00.000Z';
const CORRECTS = '2026-04-15T09:30:00.000Z';

/**
 * Who filled a post from January to December is told in March; in April it turns out that they left
 * at the end of June: 12/12 and 6/12 of 0.5 x 57,000 EUR (R7).
 */
apiOnEachDatabase(1, (api) => {
  const one = (): Api => api()[0] as Api;
  const done = async (asked: Promise<Told>): Promise<Told> => {
    const answer = await asked;
    if (answer.status >= 400) throw new Error(JSON.stringify(answer.content));
    return answer;
  };
  const spell = { personKey: 'KRU-1A7E', from: '2026-01-01', share: '0.5' };
  const entitled = async (knownAt?: string) => {
    const known = knownAt === undefined ? '' : `&knownAt=${knownAt}`;
    const { content } = await done(
      one().get(`/entitlements?year=2026&on=2026-12-31&position=late-post${known}`),
    );
    const posts = content['ownPosts'] as readonly { amount: string; derivation: unknown }[];
    return posts.map(({ amount }) => amount);
  };

  beforeAll(async () => {
    await done(one().send('POST', '/notices', notice2026('kim-late', '1')));
    await done(one().send('POST', '/positions', ownPost('late-post', 'kim-late', '0.5')));
    const stated = { position: 'late-post', id: 'late-spell', ...spell };
    await done(one().send('POST', '/occupancies', stated));
    one().clock.moveTo(CORRECTS);
    const seen = '/positions/late-post?year=2026';
    const corrected = { ...spell, to: '2026-06-30', reason: 'Austritt nachgemeldet' };
    await done(one().change('PUT', '/occupancies/late-spell', corrected, seen));
  }, 60_000);

  it.each([
    ['on the day it was said', SAYS, ['28500.00']],
    ['on the day before the correction', '2026-04-14T12:00:00.000Z', ['28500.00']],
    ['from the correction on', CORRECTS, ['14250.00']],
    ['today', undefined, ['14250.00']],
  ])('tells the entitlement as it was known %s', async (_, knownAt, amounts) => {
    expect(await entitled(knownAt)).toEqual(amounts);
  });

  it('knows nothing of the post before anything was said', async () => {
    const before = 'knownAt=2026-03-02T07:59:59.999Z';
    const { status } = await one().get(`/entitlements?year=2026&position=late-post&${before}`);
    expect(status).toBe(404);
  });

  it('tells the occupancy and the vacancies of the post as they were known', async () => {
    const occupancy = await one().get(`/occupancies/late-spell?knownAt=${SAYS}`);
    expect(occupancy.content).not.toHaveProperty('to');
    expect((await one().get('/occupancies/late-spell')).content).toMatchObject({
      to: '2026-06-30',
    });
    const vacancies = async (knownAt: string) =>
      (await one().get(`/positions/late-post?year=2026&knownAt=${knownAt}`)).content['vacancies'];
    expect(await vacancies(SAYS)).toEqual([]);
    expect(await vacancies(CORRECTS)).toEqual([
      { period: { from: '2026-07-01', to: '2026-12-31' }, missing: '0.5' },
    ]);
  });

  it('keeps both statements in the history, with who, when and why', async () => {
    const { content } = await one().get('/positions/late-post/revisions');
    expect(content['revisions']).toMatchObject([
      {
        reason: 'Austritt nachgemeldet',
        recordedAt: CORRECTS,
        recordedBy: expect.stringMatching(/^person:/) as string,
      },
      { reason: 'Neu eingetragen', recordedAt: SAYS },
    ]);
  });
});
