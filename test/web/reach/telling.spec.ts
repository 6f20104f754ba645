import { randomUUID } from 'node:crypto';
import { browserOf, type Browser } from './browsers.js';
import { textOf, type Answer } from '../answers.js';
import { startWebApp, type WebApp } from '../web-app.js';

type Fields = Readonly<Record<string, string>>;

describe('who fills a post, told by partners', () => {
  let web: WebApp;
  let luenen: Browser;
  let bergkamen: Browser;
  let office: Browser;

  beforeAll(async () => {
    web = await startWebApp({ as: 'nobody' });
    luenen = await browserOf(web, 'leitung@luenen.example');
    bergkamen = await browserOf(web, 'leitung@bergkamen.example');
    office = await browserOf(web, 'sachbearbeitung@kreis-unna.example');
  }, 60_000);
  afterAll(() => web.close());

  /** A command of the interface: with a key, and with the revision that was seen. */
  const api = async (
    who: Browser,
    method: 'POST' | 'PUT' | 'DELETE',
    path: string,
    body: object,
  ) => {
    const seen = await office.send('GET', `/api/v1${path}`);
    const etag = seen.headers.get('etag') ?? '"1"';
    const { statusCode, payload } = await web.app.inject({
      ...{ method, url: `/api/v1${path}`, payload: body },
      headers: {
        cookie: who.cookie,
        'idempotency-key': randomUUID(),
        ...(method !== 'POST' && { 'if-match': etag }),
      },
    });
    return { status: statusCode, text: payload };
  };
  const send = (who: Browser, address: string, fields: Fields): Promise<Answer> =>
    who.send('POST', address, new URLSearchParams(fields).toString());
  const bookOf = async (position: string): Promise<string> =>
    (await office.send('GET', `/api/v1/occupancies?position=${position}`)).body;

  const HALF = { from: '2026-01-01', to: '2026-01-31', share: '0.5' } as const;

  it('enters, corrects and takes back an occupancy of an own post', async () => {
    const stated = { ...HALF, id: 'bergkamen-k2-2-reach', personKey: 'BER-A111' };
    const gap = { ...stated, from: '2023-07-01', to: '2023-08-31' };
    const recorded = await api(bergkamen, 'POST', '/occupancies', {
      ...{ ...gap, position: 'bergkamen-k2-2', reason: 'Nachgemeldet' },
    });
    expect(recorded.status).toBe(201);
    const shorter = {
      ...HALF,
      personKey: gap.personKey,
      from: gap.from,
      to: '2023-07-31',
      reason: 'Endete früher',
    };
    expect((await api(bergkamen, 'PUT', '/occupancies/bergkamen-k2-2-reach', shorter)).status).toBe(
      200,
    );
    const taken = await api(bergkamen, 'DELETE', '/occupancies/bergkamen-k2-2-reach', {
      reason: 'Irrtum',
    });
    expect(taken.status).toBe(200);
    expect(await bookOf('bergkamen-k2-2')).not.toContain('bergkamen-k2-2-reach');
  });

  it('is not told whether a foreign post has an occupancy of some name', async () => {
    const stated = { ...HALF, position: 'luenen-k2-1', personKey: 'LUE-A222', reason: 'Versuch' };
    const told = async (id: string) => {
      const { status, text } = await api(luenen, 'POST', '/occupancies', { ...stated, id });
      return [status, text.replaceAll(id, 'ID')];
    };
    expect(await bookOf('awo-k2-1')).toContain('awo-k2-1-1');
    expect(await told('awo-k2-1-99')).toEqual(await told('awo-k2-1-1'));
  });

  it('knows no foreign post by any way of the interface', async () => {
    const before = await bookOf('bergkamen-k2-2');
    const stated = { ...HALF, personKey: 'LUE-A222', reason: 'Versuch' };
    const foreign = await api(luenen, 'POST', '/occupancies', {
      ...stated,
      position: 'bergkamen-k2-2',
    });
    const unknown = await api(luenen, 'POST', '/occupancies', { ...stated, position: 'nichts' });
    expect(foreign.status).toBe(404);
    expect(foreign.text.replaceAll('bergkamen-k2-2', 'nichts')).toBe(unknown.text);
    for (const method of ['PUT', 'DELETE'] as const) {
      const body = method === 'PUT' ? stated : { reason: 'Versuch' };
      expect((await api(luenen, method, '/occupancies/bergkamen-k2-2-1', body)).status).toBe(404);
    }
    expect(await bookOf('bergkamen-k2-2')).toBe(before);
  });

  it('takes in a range only if each post of it is an own one', async () => {
    const own = { ...HALF, position: 'luenen-k2-4', personKey: 'LUE-A333', cover: true };
    const rows = [own, { ...own, position: 'bergkamen-k2-1' }, { ...own, position: 'selm-k2-1' }];
    for (const path of ['/occupancies/bulk', '/occupancies/bulk/check']) {
      const { text } = await api(luenen, 'POST', path, { rows, reason: 'Bereich' });
      expect(text).toContain('Im Buch steht keine Stelle „bergkamen-k2-1“.');
      expect(text).toContain('/rows/2/position');
      expect(text).not.toContain('/rows/0');
    }
    expect(await bookOf('luenen-k2-4')).not.toContain('LUE-A333');
    const alone = await api(luenen, 'POST', '/occupancies/bulk', {
      rows: [own],
      reason: 'Bereich',
    });
    expect(alone.status).toBe(201);
  });

  it('pastes rows of own posts; a label of somebody else says nothing to it', async () => {
    const heads = ['Stelle', 'Kennung', 'von', 'bis', 'Anteil', 'Vertretung'];
    const row = (label: string): string =>
      [label, 'LUE-A444', '01.02.2026', '28.02.2026', '0,25', 'ja'].join('\t');
    const paste = async (...labels: readonly string[]): Promise<Answer> =>
      send(luenen, '/besetzungen/einfuegen', {
        bereich: [heads.join('\t'), ...labels.map(row)].join('\r\n'),
      });
    expect((await paste('LÜN-KIM2-4')).status).toBe(200);
    const foreign = await paste('LÜN-KIM2-4', 'BER-KIM2-1');
    const unknown = await paste('LÜN-KIM2-4', 'XYZ-KIM2-1');
    expect(foreign.status).toBe(422);
    const strip = (html: string): string =>
      textOf(html)
        .replaceAll(/BER-KIM2-1|XYZ-KIM2-1/g, '')
        .replaceAll(/[0-9a-f-]{36}/g, '');
    expect(strip(foreign.body)).toBe(strip(unknown.body));
  });

  it('does not say whose other post a person is charged with (R11)', async () => {
    const rows = { position: 'luenen-k2-4', cover: true, personKey: 'BER-15F8', reason: 'Probe' };
    const tooMuch = await api(luenen, 'POST', '/occupancies', { ...rows, ...HALF });
    expect(tooMuch.status).toBe(422);
    expect(tooMuch.text).toContain('1,5 VzÄ');
    expect(tooMuch.text).toContain('1,0 an einer anderen Stelle');
    expect(tooMuch.text).not.toMatch(/BER-KIM|bergkamen/);
    const toOffice = await api(office, 'POST', '/occupancies', { ...rows, ...HALF });
    expect(toOffice.text).toContain('1,0 an BER-KIM2-1');
  });

  it('does not say at which post an id is taken', async () => {
    const stated = { ...HALF, cover: true, personKey: 'LUE-A555', reason: 'Probe' };
    const id = 'bergkamen-k2-1-1';
    const taken = await api(luenen, 'POST', '/occupancies', {
      ...stated,
      id,
      position: 'luenen-k2-4',
    });
    expect(taken.status).toBe(409);
    expect(taken.text).not.toContain('bergkamen-k2-1"');
    expect(taken.text).not.toContain('bergkamen-k2-1“');
  });

  it('refuses a partner to plan, correct, move or take back a post', async () => {
    const body = { reason: 'Versuch' };
    const tries = [
      await api(luenen, 'POST', '/positions', body),
      await api(luenen, 'PUT', '/positions/luenen-k2-1', body),
      await api(luenen, 'DELETE', '/positions/luenen-k2-1', body),
      await api(luenen, 'POST', '/positions/luenen-k2-1/move', body),
      await api(luenen, 'POST', '/positions/luenen-k2-1/move/preview', body),
    ];
    expect(tries.map(({ status }) => status)).toEqual([403, 403, 403, 403, 403]);
    expect(tries[0]?.text).toContain('Sachbearbeitung');
    for (const art of ['stelle', 'verlagerung', 'bescheid', 'partner', 'vertrag', 'uebernahme']) {
      const begun = await send(luenen, '/entwuerfe', { art, fuer: 'luenen-k2-1', neu: '1' });
      expect([art, begun.status]).toEqual([art, 403]);
    }
  });

  it('lets who forwards money look at the posts of its towns and tell nothing of them', async () => {
    const stated = { ...HALF, cover: true, personKey: 'SEL-A666', reason: 'Für Selm' };
    const recorded = await api(luenen, 'POST', '/occupancies', {
      ...stated,
      position: 'selm-k2-1',
    });
    expect(recorded.status).toBe(403);
    expect(recorded.text).toContain('trägt ihr Arbeitgeber selbst ein');
    expect((await api(luenen, 'PUT', '/occupancies/selm-k2-1-1', stated)).status).toBe(403);
    const asked = await luenen.send('GET', '/besetzungen/selm-k2-1-1/zuruecknehmen');
    expect(asked.status).toBe(403);
    const begun = await send(luenen, '/entwuerfe', {
      art: 'besetzung',
      fuer: 'selm-k2-1-1',
      neu: '1',
    });
    expect(begun.status).toBe(403);
  });
});
