import { startWebApp, type WebApp } from '../web-app.js';
import { Doors, PEOPLE } from './askers.js';
import { makeObjects } from './made.js';
import { walkAs } from './ways.js';

/** One of each kind, and partners of each: a lead city, a town below it, a welfare provider. */
const READERS = [
  ...Object.values(PEOPLE),
  'leitung@bergkamen.example',
  'leitung@selm.example',
  'leitung@awo.example',
];

describe('whoever has signed in', () => {
  let web: WebApp;
  let doors: Doors;

  beforeAll(async () => {
    web = await startWebApp({ as: 'nobody', environment: { RATE_LIMIT_PER_MINUTE: '0' } });
    doors = new Doors(web);
    await makeObjects(web, doors);
  }, 120_000);
  afterAll(() => web.close());

  it.each(READERS)(
    'finds no way that leads nowhere, and no form that they may not send: %s',
    async (mail) => {
      const { pages, dead } = await walkAs(web, mail);
      expect(dead).toEqual([]);
      expect(pages).toBeGreaterThan(10);
    },
    240_000,
  );

  it('is told where to go on, on a page for others', async () => {
    const partner = await doors.of('partner');
    const { status, body } = await partner.send('GET', '/konten');
    expect(status).toBe(403);
    const main = body.slice(body.indexOf('<main'), body.indexOf('</main>'));
    for (const [, way = ''] of main.matchAll(/href="([^"]+)"/g)) {
      expect([way, (await partner.send('GET', way)).status]).toEqual([way, 200]);
    }
  });
});
