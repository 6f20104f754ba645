import { apiOnEachDatabase, type Api, type Told } from './api.js';
import { awoLine, notice2026, ownPost, signedContract } from './facts-2026.js';

/** The answers by status, the one that won first. */
function sorted(answers: readonly Told[]): readonly Told[] {
  return answers.toSorted((a, b) => a.status - b.status);
}

async function done(told: Promise<Told>): Promise<Told> {
  const answer = await told;
  if (answer.status >= 400) throw new Error(JSON.stringify(answer.content));
  return answer;
}

/** Two instances over one book, asked at the same time, as often as it takes to meet. */
apiOnEachDatabase(2, (api) => {
  const both = (ask: (one: Api, index: number) => Promise<Told>) => Promise.all(api().map(ask));
  const one = (): Api => api()[0] as Api;

  it.each([1, 2, 3])(
    'gives the last 0.5 VzÄ of a notice to one of two posts, and tells the other the figures (R1, round %d)',
    async (round) => {
      const notice = `kim-race-${round.toString()}`;
      await done(one().send('POST', '/notices', notice2026(notice, '1')));
      await done(one().send('POST', '/positions', ownPost(`${notice}-a`, notice, '0.5')));
      const answers = await both((each, index) =>
        each.send('POST', '/positions', ownPost(`${notice}-b${index.toString()}`, notice, '0.5')),
      );
      const [won, lost] = sorted(answers);
      expect([won?.status, lost?.status]).toEqual([201, 422]);
      expect(lost?.content).toMatchObject({
        type: '/errors/capacity.exceeded',
        facts: { granted: '10000', used: '10000', requested: '5000', day: '2026-01-01' },
        detail:
          `Bescheidzeile „${notice}-line“: Am 01.01.2026 stehen 1,0 VzÄ zur Verfügung. ` +
          'Andere nehmen davon 1,0 VzÄ in Anspruch; weitere 0,5 VzÄ gehen darüber hinaus. ' +
          'Es wurde nichts gespeichert.',
      });
      const { content } = await one().get(`/notices/${notice}?on=2026-06-01`);
      expect(content).toMatchObject({ lines: [{ usedFte: '1.0', remainingFte: '0.0' }] });
    },
  );

  it('lets one of two amendments take effect that are signed at once, and the other stays sent', async () => {
    const notice = 'kim-race-signed';
    await done(one().send('POST', '/notices', notice2026(notice, '1')));
    const contracts = ['kim-race-x', 'kim-race-y'];
    for (const id of contracts) {
      const path = `/contracts/${id}`;
      const steps = `${path}/versions/2`;
      const lines = (share: string) => [awoLine(`${id}-line`, share, notice)];
      await done(one().send('POST', '/contracts', signedContract(id, lines('0.25'))));
      const amendment = { title: '1. Änderung', inForceFrom: '2026-02-01', lines: lines('0.75') };
      await done(one().change('POST', `${path}/versions`, amendment, path));
      const sent = { sentOn: '2026-01-25', writtenOn: '2026-01-25' };
      await done(one().change('POST', `${steps}/sending`, sent, path));
      const kreis = { party: 'kreis', signedOn: '2026-01-26' };
      await done(one().change('POST', `${steps}/signatures`, kreis, path));
    }
    const last = { party: 'awo', signedOn: '2026-01-28' };
    const answers = await both((each, index) => {
      const path = `/contracts/${contracts[index] ?? ''}`;
      return each.change('POST', `${path}/versions/2/signatures`, last, path);
    });
    const [won, lost] = sorted(answers);
    expect([won?.status, lost?.status]).toEqual([200, 422]);
    expect(won?.content).toMatchObject({ versions: [{}, { state: 'effective' }] });
    expect(lost?.content).toMatchObject({
      type: '/errors/capacity.exceeded',
      facts: { granted: '10000', day: '2026-02-01' },
    });
    const loser = contracts[answers.findIndex(({ status }) => status === 422)] ?? '';
    const { content } = await one().get(`/contracts/${loser}`);
    expect(content).toMatchObject({ versions: [{}, { state: 'partly-signed' }] });
  });

  it.each([1, 2, 3])('charges a person once, on whichever post (R11, round %d)', async (round) => {
    const notice = `kim-person-${round.toString()}`;
    await done(one().send('POST', '/notices', notice2026(notice, '2')));
    for (const post of ['0', '1']) {
      await done(one().send('POST', '/positions', ownPost(`${notice}-${post}`, notice, '1.0')));
    }
    const spell = { personKey: `KRU-RACE-${round.toString()}`, from: '2026-01-01', share: '0.6' };
    const answers = await both((each, index) =>
      each.send('POST', '/occupancies', { position: `${notice}-${index.toString()}`, ...spell }),
    );
    const [won, lost] = sorted(answers);
    expect([won?.status, lost?.status]).toEqual([201, 422]);
    expect(String(lost?.content['detail'])).toMatch(/1,2|1,0/);
    const { content } = await one().get(`/occupancies?personKey=${spell.personKey}`);
    expect(content['items']).toHaveLength(1);
  });

  it.each([
    ['partner', '/partners/awo', 'name'],
    ['contract', '/contracts/kim-awo', 'title'],
    ['notice', '/notices/notice-soe-2024', 'title'],
  ])('takes one of two corrections of a %s that saw the same state', async (_, path, names) => {
    const { content, etag } = await one().get(path);
    const fields = correctable(content);
    const answers = await both((each, index) =>
      each.send(
        'PUT',
        path,
        { ...fields, [names]: `Neu ${index.toString()}`, reason: 'Berichtigung' },
        { 'if-match': etag },
      ),
    );
    const [won, lost] = sorted(answers);
    expect([won?.status, lost?.status]).toEqual([200, 412]);
    expect(lost?.content).toMatchObject({ type: '/errors/revision.stale' });
    expect((await one().get(path)).etag).toBe(won?.etag);
  });

  it('answers one key once, also when it comes to both instances at the same time', async () => {
    const body = notice2026('kim-one-key', '1');
    const answers = await both((each) =>
      each.send('POST', '/notices', body, { 'idempotency-key': 'race-key' }),
    );
    expect(answers.map(({ status }) => status)).toEqual([201, 201]);
    expect(answers.map(({ etag }) => etag)).toEqual(['"2"', '"2"']);
    const { content } = await one().get('/notices/kim-one-key/revisions');
    expect(content['revisions']).toHaveLength(1);
  });

  it('takes no key that the product gives to commands of its own', async () => {
    const body = notice2026('kim-foreign-key', '1');
    const key = { 'idempotency-key': 'demo:sachbearbeitung@kreis-unna.example' };
    const { status, content } = await one().send('POST', '/notices', body, key);
    expect([status, content]).toMatchObject([422, { type: '/errors/command.key-malformed' }]);
  });
});

/** What the book adds when it tells a fact. */
const TOLD = new Set([
  ...['revision', 'recordedAt', 'recordedBy', 'versions', 'kind'],
  ...['on', 'users', 'used', 'usedFte', 'remaining', 'remainingFte'],
]);

/** What of an answer may be stated again. */
function correctable(content: Told['content']): object {
  const own = (fact: object): object =>
    Object.fromEntries(Object.entries(fact).filter(([name]) => !TOLD.has(name)));
  const lines = content['lines'] as readonly object[] | undefined;
  return { ...own(content), ...(lines && { lines: lines.map(own) }) };
}
