import { without } from '../../support/without.js';
import { apiOnEachDatabase, type Api, type Told } from './api.js';
import { awoLine, notice2026, ownPost, signedContract, version2026 } from './facts-2026.js';

/** Whoever tries: the book stays sound, and says in German with figures what it does not take. */
apiOnEachDatabase(1, (api) => {
  const one = (): Api => api()[0] as Api;
  const done = async (asked: Promise<Told>): Promise<Told> => {
    const answer = await asked;
    if (answer.status >= 400) throw new Error(JSON.stringify(answer.content));
    return answer;
  };
  const at = (id: string): string => `/contracts/${id}`;

  it('records a cut below what is used, shows the shortage, and blocks increases (R1)', async () => {
    await done(one().send('POST', '/notices', notice2026('kim-cut', '1')));
    for (const id of ['cut-a', 'cut-b']) {
      await done(one().send('POST', '/positions', ownPost(id, 'kim-cut', '0.5')));
    }
    const cut = { ...notice2026('kim-cut', '0.75'), reason: 'Kürzung durch das Land' };
    await done(one().change('PUT', '/notices/kim-cut', cut, '/notices/kim-cut'));
    const { content } = await one().get('/notices/kim-cut?on=2026-06-01');
    expect(content).toMatchObject({
      lines: [{ usedFte: '1.0', remainingFte: '-0.25', remaining: '-14250.00' }],
    });
    const more = await one().send('POST', '/positions', ownPost('cut-c', 'kim-cut', '0.1'));
    expect(more).toMatchObject({
      status: 422,
      content: { facts: { granted: '7500', used: '10000', requested: '1000' } },
    });
    const seen = '/positions/cut-b?year=2026';
    const less = { ...ownPost('cut-b', 'kim-cut', '0.4'), reason: 'Anpassung' };
    await done(one().change('PUT', '/positions/cut-b', less, seen));
    const again = { ...ownPost('cut-b', 'kim-cut', '0.5'), reason: 'doch mehr' };
    expect((await one().change('PUT', '/positions/cut-b', again, seen)).status).toBe(422);
    const gone = await one().change(
      'DELETE',
      '/notices/kim-cut',
      { reason: 'x' },
      '/notices/kim-cut',
    );
    expect(gone).toMatchObject({ status: 409, content: { facts: { by: 'cut-a' } } });
  });

  it('gives up no line on which a post rests, and takes no line twice into a version', async () => {
    const lines = [awoLine('sound-line', '1.0')];
    const versions = [{ number: 1, kind: 'base', ...version2026(lines) }];
    const contract = { ...signedContract('sound', lines), versions };
    await done(one().send('POST', '/contracts', contract));
    const post = {
      ...without(ownPost('sound-post', '', '0.5') as { own: object }, 'own'),
      ...{ employer: 'awo', allocationLine: 'sound-line' },
    };
    await done(one().send('POST', '/positions', post));
    const draft = `${at('sound')}/versions/1`;
    const discarded = await one().change('DELETE', draft, { reason: 'x' }, at('sound'));
    const other = { ...version2026([awoLine('sound-other', '1.0')]), reason: 'andere Zeile' };
    const edited = await one().change('PUT', draft, other, at('sound'));
    for (const { status, content } of [discarded, edited]) {
      expect([status, content]).toMatchObject([
        409,
        { type: '/errors/contracts.line-in-use', facts: { line: 'sound-line', by: 'sound-post' } },
      ]);
    }
    const twice = { ...version2026([...lines, awoLine('sound-line', '0.5')]), reason: 'doppelt' };
    expect(await one().change('PUT', draft, twice, at('sound'))).toMatchObject({
      status: 422,
      content: { errors: [{ pointer: '/lines/1/id' }] },
    });
    const seen = '/positions/sound-post?year=2026';
    await done(one().change('DELETE', '/positions/sound-post', { reason: 'x' }, seen));
    expect((await one().change('DELETE', draft, { reason: 'x' }, at('sound'))).status).toBe(204);
    expect((await one().get(at('sound'))).status).toBe(404);
  });

  it('has one version of a contract under way, also when it is recorded as a whole', async () => {
    const lines = [awoLine('open-line', '1.0')];
    const versions = ['base', 'amendment'].map((kind, index) => ({
      ...{ number: index + 1, kind },
      ...version2026(lines),
    }));
    const two = { ...signedContract('two-open', lines), versions };
    expect(await one().send('POST', '/contracts', two)).toMatchObject({
      status: 409,
      content: { type: '/errors/contracts.draft-open', facts: { version: 1 } },
    });
  });

  it('pays no line from itself, and says so in words', async () => {
    const line = {
      ...awoLine('circle-line', '1.0'),
      funding: [{ source: 'allocation-line', allocationLine: 'circle-line', year: 2026 }],
    };
    const { status, content } = await one().send('POST', '/contracts', {
      ...signedContract('circle', []),
      versions: [{ number: 1, kind: 'base', ...version2026([line]) }],
    });
    expect([status, JSON.stringify(content)]).toEqual([
      422,
      expect.stringContaining('Eine Zeile wird nicht aus sich selbst bezahlt.') as string,
    ]);
  });

  it.each([
    ['a NUL in its title', { title: 'a\0b' }, '/title'],
    ['a title that reads backwards', { title: '\u202enenüL' }, '/title'],
    ['a title without end', { title: 'x'.repeat(5000) }, '/title'],
    ['a day that is a number', { datedOn: 20260101 }, '/datedOn'],
    ['a day that there is not', { datedOn: '2026-02-30' }, '/datedOn'],
    ['a reason without end', { reason: 'x'.repeat(600) }, '/reason'],
    ['a misspelt field', { dateOn: '2026-01-01' }, '/dateOn'],
    ['a receiver that is none', { handedOverOn: '2026-01-02', handedOverTo: [7] }, '/handedOverTo'],
  ])('files no document with %s', async (_, given, pointer) => {
    const paper = { title: 'Konzept', kind: 'concept', ...given };
    expect(await one().send('POST', `${at('kim-awo')}/documents`, paper)).toMatchObject({
      status: 422,
      content: { errors: [{ pointer }] },
    });
  });

  it('shows each item of a list once while others are added and taken back', async () => {
    const ids: string[] = [];
    let after = '';
    for (let page = 0; ; page += 1) {
      const { content } = await one().get(`/partners?sort=-name&limit=5${after}`);
      ids.push(...(content['items'] as readonly { id: string }[]).map(({ id }) => id));
      if (content['next'] === null) break;
      after = `&after=${encodeURIComponent(content['next'] as string)}`;
      const name = page % 2 === 0 ? `Zz ${page.toString()}` : `Aa ${page.toString()}`;
      const bankAccount = { holder: name, iban: 'DE02120300000000202051' };
      const address = { street: 'Weg', houseNumber: '1', postcode: '59199', city: 'Bönen' };
      const partner = {
        id: `late-${page.toString()}`,
        name,
        shortName: name,
        sector: 'association',
        address,
        bankAccount,
      };
      await done(one().send('POST', '/partners', partner));
    }
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toEqual(expect.arrayContaining(['awo', 'luenen', 'unna']));
  });
});
