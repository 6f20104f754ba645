import { textOf } from '../answers.js';
import { startWebApp, type WebApp } from '../web-app.js';
import { Doors, type Door } from './askers.js';

describe('the pages in the words of whoever looks', () => {
  let web: WebApp;
  let doors: Doors;

  beforeAll(async () => {
    web = await startWebApp({ as: 'nobody' });
    doors = new Doors(web);
  }, 60_000);
  afterAll(() => web.close());

  const body = async (who: Door, address: string): Promise<string> => {
    const answer = await who.send('GET', address);
    expect([address, answer.status]).toEqual([address, 200]);
    return answer.body;
  };
  const side = (page: string): readonly (readonly [string, string])[] => {
    const nav = page.slice(page.indexOf('<nav'), page.indexOf('</nav>'));
    const ways = [...nav.matchAll(/<li><a href="([^"]+)"[^>]*>([^<]+)<\/a>/g)];
    return ways.map(([, href = '', label = '']) => [href, label]);
  };

  it('lets partners find their lists by what they do there, each headed as it was called', async () => {
    const luenen = await doors.person('leitung@luenen.example');
    const ways = side(await body(luenen, '/'));
    const own = ['/vertraege', '/zeilen', '/stellen', '/besetzungen', '/ansprueche'];
    expect(ways.filter(([href]) => own.includes(href)).map(([, label]) => label)).toEqual([
      ...['Meine Verträge', 'Meine Fördermittel', 'Stellen melden'],
      ...['Gemeldete Besetzungen', 'Meine Ansprüche'],
    ]);
    for (const [href, label] of ways.filter(([href]) => own.includes(href))) {
      expect(await body(luenen, href)).toContain(`<h1 class="kern-heading-x-large">${label}</h1>`);
    }
    expect(ways.map(([href]) => href)).not.toContain('/api/docs');
  });

  it('offers to tell of posts only to a partner that has some', async () => {
    const offers = async (partner: string): Promise<boolean> => {
      const page = await body(await doors.person(`leitung@${partner}.example`), '/besetzungen');
      return page.includes('Besetzung eintragen') || page.includes('Aus Tabelle');
    };
    expect(await offers('luenen')).toBe(true);
    expect(await offers('sprachtreff-ruhr')).toBe(false);
  });

  it('begins for administrators with the accounts, without an overview of the book', async () => {
    const administrator = await doors.person('verwaltung-1@kreis-unna.example');
    const ways = side(await body(administrator, '/verwaltung'));
    expect(ways[0]).toEqual(['/verwaltung', 'Personen und Konten']);
    expect(ways.map(([href]) => href)).not.toContain('/');
    const lost = await administrator.send('GET', '/stellen');
    expect(lost.status).toBe(403);
    expect(textOf(lost.body)).toContain('Zu Personen und Konten');
    expect(lost.body).not.toContain('href="/vertraege"');
  });

  it('calls what somebody only looks at by no act', async () => {
    const labelOf = async (mail: string): Promise<string | undefined> => {
      const page = await body(await doors.person(mail), '/buch/gegenzeichnen');
      return side(page).find(([href]) => href === '/buch/gegenzeichnen')?.[1];
    };
    expect(await labelOf('pruefung@kreis-unna.example')).toBe('Offene Gegenzeichnungen');
    expect(await labelOf('anordnung-1@kreis-unna.example')).toBe('Gegenzeichnen');
  });

  const TRAILS = [
    ['/vertraege/kim-cities', 'contract:kim-cities'],
    ['/bescheide/notice-kim-2-2025', 'notice:notice-kim-2-2025'],
    ['/stellen/luenen-k2-1', 'position:luenen-k2-1'],
    ['/partner/luenen', 'partner:luenen'],
    ['/konten/advances', 'account:advances'],
  ] as const;

  it('leads from objects to what was done to them, whoever may read that and nobody else', async () => {
    const auditor = await doors.person('pruefung@kreis-unna.example');
    const officer = await doors.person('sachbearbeitung@kreis-unna.example');
    const entry = /\/buch\/[0-9A-Z]{26}/.exec(await body(auditor, '/buch'))?.[0] ?? '';
    const ofEntry = [entry, `ledger-entry:${entry.slice('/buch/'.length)}`] as const;
    for (const [address, object] of [...TRAILS, ofEntry]) {
      const way = `/protokoll?${new URLSearchParams({ objekt: object }).toString()}`;
      expect(await body(auditor, address)).toContain(`href="${way}"`);
      expect(await body(officer, address)).not.toContain('Was ist hier geschehen?');
      await body(auditor, way);
    }
    const luenen = await doors.person('leitung@luenen.example');
    expect(await body(luenen, '/stellen/luenen-k2-1')).not.toContain('Was ist hier geschehen?');
  });

  it('tells that nobody has done anything where the trail of an object is empty', async () => {
    const auditor = await doors.person('pruefung@kreis-unna.example');
    const page = await body(auditor, '/protokoll?objekt=contract%3Akim-cities');
    expect(textOf(page)).toContain('Hieran hat noch niemand etwas geändert');
  });
});
