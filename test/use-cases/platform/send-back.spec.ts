import { ask } from '../../web/answers.js';
import { startWebApp, type WebApp } from '../../web/web-app.js';

/** Where an answer stands, what of it is the fact, and the field that a program changes. */
const FACTS: readonly (readonly [string, string, string, string | undefined, string])[] = [
  ['a notice', 'notices/notice-kim-2-2025', '', undefined, 'title'],
  ['a partner', 'partners/luenen', '', undefined, 'note'],
  ['a contract', 'contracts/kim-cities', '', undefined, 'title'],
  ['a post', 'positions/luenen-k2-1', '?year=2025', 'position', 'title'],
];

/** Without what the book says of the last change. */
function factOf(told: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const marks = ['revision', 'recordedAt', 'recordedBy'];
  return Object.fromEntries(Object.entries(told).filter(([name]) => !marks.includes(name)));
}

describe('what the API answers', () => {
  let app: WebApp;

  beforeAll(async () => {
    app = await startWebApp();
  }, 60_000);
  afterAll(() => app.close());

  const send = (path: string, etag: string, body: unknown) =>
    ask(app, path, {
      method: 'PUT',
      headers: { 'content-type': 'application/json', 'if-match': etag },
      body: JSON.stringify(body),
    });

  it.each(FACTS)(
    'of %s can be sent back as it is, with one field changed',
    async (_, fact, query, inside, field) => {
      const path = `/api/v1/${fact}`;
      const read = await ask(app, path + query);
      const told = JSON.parse(read.body) as Record<string, Record<string, unknown>>;
      const known: Record<string, unknown> = inside === undefined ? told : (told[inside] ?? {});
      const changed = { ...known, [field]: 'Geändert', reason: 'Neu gefasst' };
      const answer = await send(path, read.headers.get('etag') ?? '', changed);
      expect([answer.status, answer.body.slice(0, 400)]).toEqual([200, expect.anything()]);
      const after = JSON.parse((await ask(app, path + query)).body) as typeof told;
      const now: Record<string, unknown> = inside === undefined ? after : (after[inside] ?? {});
      expect(factOf(now)).toEqual({ ...factOf(known), [field]: 'Geändert' });
    },
  );

  it('of an occupancy can be sent back as well', async () => {
    const path = '/api/v1/occupancies/awo-k2-1-1';
    const read = await ask(app, path);
    const told = JSON.parse(read.body) as Record<string, unknown>;
    const body = { ...told, cover: true, reason: 'Vertretung' };
    const answer = await send(path, read.headers.get('etag') ?? '', body);
    expect([answer.status, answer.body.slice(0, 400)]).toEqual([200, expect.anything()]);
    expect(JSON.parse((await ask(app, path)).body)).toMatchObject({ cover: true });
  });

  it('leaves no room for a slip: a field that neither has is refused by name', async () => {
    const path = '/api/v1/notices/notice-kim-1-2025';
    const read = await ask(app, path);
    const told = JSON.parse(read.body) as Record<string, unknown>;
    const answer = await send(path, read.headers.get('etag') ?? '', {
      ...told,
      revisions: 3,
      reason: 'Vertippt',
    });
    expect(answer.status).toBe(422);
    expect(answer.body).toContain('Den Schlüssel „revisions“ gibt es hier nicht.');
  });
});
