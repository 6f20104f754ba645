import {
  correctOccupancy,
  correctPosition,
  movePosition,
  previewPosition,
  recordOccupancies,
  recordOccupancy,
  recordPosition,
} from '../../../src/positions/position.examples.js';
import { ask } from '../../web/answers.js';
import { startWebApp, type WebApp } from '../../web/web-app.js';

let app: WebApp;

beforeAll(async () => {
  app = await startWebApp();
}, 60_000);

afterAll(() => app.close());

type Headers = Readonly<Record<string, string>>;

async function send(method: string, path: string, body?: unknown, headers: Headers = {}) {
  const answer = await ask(app, path, {
    method,
    headers: { ...(body !== undefined && { 'content-type': 'application/json' }), ...headers },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const content = answer.body === '' ? undefined : (JSON.parse(answer.body) as unknown);
  return { ...answer, content };
}

/** As it is now. */
async function seen(path: string): Promise<Headers> {
  const { headers } = await send('GET', path);
  return { 'if-match': headers.get('etag') ?? '' };
}

const pointersIn = (content: unknown): readonly string[] =>
  (content as { errors: { pointer: string }[] }).errors.map(({ pointer }) => pointer);

describe('the API of posts and occupancies', () => {
  it('corrects an occupancy, and then its post, each with the revision of the post', async () => {
    const first = await send(
      ...(['PUT', correctOccupancy.path, correctOccupancy.request] as const),
      await seen(correctOccupancy.path),
    );
    expect(first.status).toBe(200);
    expect(first.content).toMatchObject(correctOccupancy.answer);
    expect(first.headers.get('etag')).toBe('"3"');
    const second = await send('PUT', correctPosition.path, correctPosition.request, {
      'if-match': '"3"',
    });
    expect(second.status).toBe(200);
    expect(second.content).toMatchObject(correctPosition.answer);
  });

  it('records a post once, with its place, its revision and its warnings', async () => {
    for (const time of ['first', 'again']) {
      const key = { 'idempotency-key': 'luenen-k2-5' };
      const answer = await send('POST', recordPosition.path, recordPosition.request, key);
      expect(answer.status).toBe(201);
      expect(answer.headers.get('location')).toBe('/api/v1/positions/luenen-k2-5');
      expect(answer.headers.get('etag')).toBe('"1"');
      if (time === 'first') expect(answer.content).toMatchObject(recordPosition.answer);
    }
  });

  it('records an occupancy, and shows what another would do', async () => {
    const { status, content } = await send('POST', recordOccupancy.path, recordOccupancy.request);
    expect(status).toBe(201);
    expect(content).toMatchObject(recordOccupancy.answer);
    const preview = await send('POST', previewPosition.path, previewPosition.request);
    expect(preview.status).toBe(200);
    expect(preview.content).toMatchObject(previewPosition.answer);
    expect(preview.body).toContain('"derivationAfter"');
  });

  it('takes a range in, and checks one without taking it in', async () => {
    const checked = await send(
      'POST',
      `${recordOccupancies.path}/check`,
      recordOccupancies.request,
    );
    expect([checked.status, checked.content]).toEqual([200, { findings: [] }]);
    const { status, content } = await send(
      'POST',
      recordOccupancies.path,
      recordOccupancies.request,
    );
    expect(status).toBe(201);
    expect(content).toMatchObject(recordOccupancies.answer);
    const again = await send('POST', recordOccupancies.path, recordOccupancies.request);
    expect(again.status).toBe(422);
    expect(pointersIn(again.content)).toEqual(
      expect.arrayContaining(['/rows/0/share', '/rows/1/share']),
    );
  });

  it('tells where a row cannot be read', async () => {
    const rows = [
      { position: 'luenen-k2-5' },
      { personKey: 'Müller', from: '2025-02-31', share: 2 },
    ];
    const { status, content } = await send('POST', recordOccupancies.path, { rows });
    expect(status).toBe(422);
    expect(pointersIn(content)).toEqual([
      ...['/rows/0/personKey', '/rows/0/from', '/rows/0/share'],
      ...['/rows/1/position', '/rows/1/personKey', '/rows/1/from', '/rows/1/share'],
    ]);
    expect((await send('POST', recordOccupancies.path, {})).status).toBe(422);
  });

  it('moves a post with who fills it, and shows before what that does', async () => {
    const { on, to } = movePosition.request;
    const preview = await send('POST', `${movePosition.path}/preview`, { on, to });
    expect(preview.status).toBe(200);
    expect(preview.content).toMatchObject({ findings: [] });
    const now = await seen('/api/v1/positions/luenen-k2-5?year=2026');
    const { status, content } = await send('POST', movePosition.path, movePosition.request, now);
    expect(status).toBe(201);
    expect(content).toMatchObject(movePosition.answer);
  });

  it('tells at which field of a move something does not fit', async () => {
    const move = { on: '2026-06-01', to: { plannedFte: '2', occupancies: [] }, reason: 'x' };
    const path = '/api/v1/positions/luenen-k2-6/move';
    const { content } = await send('POST', path, move, { 'if-match': '"2"' });
    expect(pointersIn(content)).toEqual(['/to/occupancies', '/to/plannedFte']);
    const noDay = await send('POST', path, { to: {}, reason: 'x' }, { 'if-match': '"2"' });
    expect(pointersIn(noDay.content)).toEqual(['/on']);
  });

  it('takes an occupancy and a post back, and keeps their history', async () => {
    const spell = '/api/v1/occupancies/kamen-k2-1-9';
    const gone = await send('DELETE', spell, { reason: 'doppelt gemeldet' }, await seen(spell));
    expect(gone.status).toBe(200);
    expect(gone.content).toMatchObject({ position: 'kamen-k2-1' });
    expect((await send('GET', spell)).status).toBe(404);
    const post = '/api/v1/positions/luenen-k2-7';
    const mistaken = { ...recordPosition.request, id: 'luenen-k2-7' };
    expect((await send('POST', recordPosition.path, mistaken)).status).toBe(201);
    const query = `${post}?reason=${encodeURIComponent('falsche Zeile')}`;
    expect((await send('DELETE', query, undefined, { 'if-match': '"1"' })).status).toBe(204);
    const history = await send('GET', `${post}/revisions`);
    expect(history.content).toMatchObject({
      revisions: [{ reason: 'falsche Zeile', withdrawn: true }, { withdrawn: false }],
    });
    const revisions = await send('GET', '/api/v1/positions/kamen-k2-1/revisions');
    expect(revisions.body).toContain('doppelt gemeldet');
  });

  it('lists occupancies page by page, by all that they belong to', async () => {
    const first = await send('GET', '/api/v1/occupancies?line=luenen-kim-2&year=2025&limit=2');
    expect(first.content).toMatchObject({
      items: [
        { position: 'luenen-k2-1', contract: 'kim-cities', employerName: 'Lünen', share: '1.0' },
        { id: 'luenen-k2-1-2' },
      ],
      next: 'luenen-k2-1-2',
    });
    const person = await send('GET', '/api/v1/occupancies?personKey=LUE-64D1');
    expect(person.content).toMatchObject({ items: [{ id: 'luenen-k2-1-2' }], next: null });
    const before = await send('GET', '/api/v1/occupancies?knownAt=2020-01-01T00:00:00.000Z');
    expect(before.content).toEqual({ items: [], next: null });
  });

  it.each([
    ['without a revision', 'PUT', correctOccupancy.path, correctOccupancy.request, {}, 428],
    ['with an old revision', 'PUT', correctOccupancy.path, correctOccupancy.request, 1, 412],
    ['without a reason', 'DELETE', correctOccupancy.path, {}, 1, 422],
    ['of another id', 'PUT', correctPosition.path, { ...recordPosition.request }, 1, 422],
    ['of nothing', 'PUT', '/api/v1/occupancies/nobody', correctOccupancy.request, 1, 404],
    ['of a post that is filled', 'DELETE', correctPosition.path, { reason: 'x' }, 4, 409],
    [
      'to another post',
      'PUT',
      correctOccupancy.path,
      { ...correctOccupancy.request, position: 'x' },
      1,
      422,
    ],
    ['with an id that is taken', 'POST', recordPosition.path, recordPosition.request, {}, 409],
    [
      'for no post',
      'POST',
      recordOccupancy.path,
      { ...recordOccupancy.request, position: 'x' },
      {},
      404,
    ],
    [
      'with occupancies in a post',
      'POST',
      recordPosition.path,
      { ...recordPosition.request, occupancies: [{}] },
      {},
      422,
    ],
  ])('refuses a change %s', async (_, method, path, body, expected, status) => {
    const headers = typeof expected === 'number' ? { 'if-match': `"${expected}"` } : {};
    const answer = await send(method, path, body, headers);
    expect(answer.status).toBe(status);
    expect(answer.content).toMatchObject({ status, detail: expect.any(String) as string });
  });

  it('describes each route with the examples that are sent here', async () => {
    const { content } = await send('GET', '/api/docs/openapi.json');
    const text = JSON.stringify(content);
    for (const example of [recordPosition, correctPosition, recordOccupancy, recordOccupancies]) {
      expect(text).toContain(JSON.stringify(example.request));
    }
  });
});
