import { Drafts } from '../../../src/drafts/drafts.js';
import { ask } from '../answers.js';
import { beginForm, post } from '../form-walk.js';
import { startWebApp, type WebApp } from '../web-app.js';

const ELSEWHERE: readonly Readonly<Record<string, string>>[] = [
  { 'sec-fetch-site': 'cross-site' },
  { 'sec-fetch-site': 'same-site' },
  { 'sec-fetch-site': 'cross-site', origin: 'null' },
  { origin: 'https://elsewhere.example' },
  { origin: 'null' },
];

describe('a request that another site made the browser send', () => {
  let app: WebApp;
  let id: string;

  beforeAll(async () => {
    app = await startWebApp();
    ({ id } = await beginForm(app, 'partner', { subject: 'luenen' }));
  }, 60_000);
  afterAll(() => app.close());

  const open = () => app.app.get(Drafts, { strict: false }).open();

  it.each(
    ELSEWHERE.flatMap((headers) => [
      ['POST', '/entwuerfe', headers] as const,
      ['POST', '/entwuerfe/{id}/name', headers] as const,
      ['PUT', '/entwuerfe/{id}/name', headers] as const,
      ['PUT', '/entwuerfe/{id}/pruefen', headers] as const,
      ['POST', '/entwuerfe/{id}/eintragen', headers] as const,
      ['POST', '/entwuerfe/{id}/verwerfen', headers] as const,
      ['PUT', '/api/v1/partners/luenen', headers] as const,
      ['DELETE', '/api/v1/partners/luenen', headers] as const,
      ['PATCH', '/entwuerfe/{id}/name', headers] as const,
    ]),
  )('is refused: %s %s with %j', async (method, path, headers) => {
    const before = await open();
    const body = method === 'DELETE' ? undefined : JSON.stringify({ art: 'partner', name: 'X' });
    const init = { method, headers: { ...headers, 'content-type': 'application/json' } };
    const answer = await ask(app, path.replace('{id}', id), {
      ...(body === undefined ? { method, headers } : { ...init, body }),
    });
    expect(answer.status).toBe(403);
    expect(await open()).toEqual(before);
  });

  it.each([
    [{ 'sec-fetch-site': 'same-origin' }],
    [{ 'sec-fetch-site': 'none' }],
    [{}],
  ] as readonly [Readonly<Record<string, string>>][])(
    'is told from our own pages and from programs, %j',
    async (headers) => {
      const { status } = await ask(app, `/entwuerfe/${id}/name`, {
        method: 'PUT',
        headers: { ...headers, 'content-type': 'application/json', 'if-match': '"1"' },
        body: '{}',
      });
      expect(status).toBe(200);
    },
  );

  it('may still lead to a page', async () => {
    const headers = { 'sec-fetch-site': 'cross-site' };
    expect((await ask(app, '/partner', { headers })).status).toBe(200);
  });

  it('takes no form where the interface wants JSON', async () => {
    expect((await post(app, '/api/v1/partners', { id: 'x' })).status).toBe(415);
  });
});
