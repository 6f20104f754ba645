import { ask } from '../../web/answers.js';
import { startWebApp, type WebApp } from '../../web/web-app.js';

let app: WebApp;

async function get(path: string) {
  const { status, headers, body } = await ask(app, path);
  return { status, etag: headers.get('etag'), body: JSON.parse(body) as unknown };
}

beforeAll(async () => {
  app = await startWebApp();
}, 60_000);
afterAll(() => app.close());

describe('the API of the book', () => {
  it('tells a notice with its lines, users and remainder, and its revision as ETag', async () => {
    const { status, etag, body } = await get('/api/v1/notices/notice-kim-2-2025?on=2025-12-31');
    expect(status).toBe(200);
    expect(etag).toMatch(/^"\d+"$/);
    expect(body).toMatchObject({
      lines: [{ amount: '1026000.00', fte: '18.0', remaining: '0.00', remainingFte: '0.0' }],
    });
  });

  it('pages through a list by cursor', async () => {
    const first = await get('/api/v1/contracts?limit=2');
    expect(first.body).toMatchObject({ items: [{ id: 'kim-awo' }, { id: 'kim-caritas' }] });
    const second = await get('/api/v1/contracts?limit=2&after=kim-caritas');
    expect(second.body).toMatchObject({ items: [{ id: 'kim-centre' }, { id: 'kim-cities' }] });
    const all = await get('/api/v1/partners?limit=200');
    expect(all.body).toMatchObject({ next: null });
  });

  it('says what changed between two versions', async () => {
    const { body } = await get('/api/v1/contracts/kim-cities/differences?before=2&after=3');
    expect(JSON.stringify(body)).toContain(
      '"subject":"luenen-kim-2","field":"annualRate","before":{"kind":"money","amount":"55000.00"}',
    );
  });

  it('explains an entitlement', async () => {
    const { body } = await get('/api/v1/entitlements?year=2023&line=werne-kim-2');
    expect(JSON.stringify(body)).toContain('"amount":"22677.42"');
    expect(body).toMatchObject({ lines: [{ derivation: { rule: 'R6' }, posts: [{}, {}] }] });
  });

  it('tells the Übersicht with decimal strings', async () => {
    const { body } = await get('/api/v1/overview?year=2025&on=2025-12-31');
    expect(JSON.stringify(body)).toContain('"bySector":{"municipality":{"amount":"513000.00"');
  });

  it.each([
    ['/api/v1/contracts/nowhere', 404],
    ['/api/v1/notices/nowhere', 404],
    ['/api/v1/positions/nowhere?year=2025', 404],
    ['/api/v1/contracts/kim-cities?on=2025-02-31', 422],
    ['/api/v1/contracts?limit=0', 422],
    ['/api/v1/contracts?knownAt=yesterday', 422],
    ['/api/v1/overview', 422],
    ['/api/v1/overview?year=2025&jahr=2025', 422],
    ['/api/v1/entitlements?year=2025&line=nowhere', 404],
  ])('answers %s with a problem of status %i', async (url, expected) => {
    const { status, body } = await get(url);
    expect(status).toBe(expected);
    expect(body).toMatchObject({ status: expected, title: expect.any(String) as string });
  });
});
