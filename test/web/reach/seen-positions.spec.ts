import { randomUUID } from 'node:crypto';
import { browserOf, type Browser } from './browsers.js';
import { textOf } from '../answers.js';
import { startWebApp, type WebApp } from '../web-app.js';

const OFFICE = 'sachbearbeitung@kreis-unna.example';

describe('what partners see of posts', () => {
  let web: WebApp;
  let luenen: Browser;
  let bergkamen: Browser;
  let selm: Browser;
  let office: Browser;

  beforeAll(async () => {
    web = await startWebApp({ as: 'nobody' });
    luenen = await browserOf(web, 'leitung@luenen.example');
    bergkamen = await browserOf(web, 'leitung@bergkamen.example');
    selm = await browserOf(web, 'leitung@selm.example');
    office = await browserOf(web, OFFICE);
  }, 60_000);
  afterAll(() => web.close());

  const page = async (who: Browser, address: string): Promise<string> => {
    const { status, body } = await who.send('GET', address);
    expect([address, status]).toEqual([address, 200]);
    return textOf(body.slice(body.indexOf('<main')));
  };
  const json = async <T>(who: Browser, address: string): Promise<T> =>
    JSON.parse((await who.send('GET', address)).body) as T;

  /** Labels and keys of everybody; what is not listed for a view must not appear in it. */
  const MARKS = [
    'LÜN-',
    'LUE-',
    'BER-',
    'KAM-',
    'BÖN-',
    'BOE-',
    'SEL-',
    'WER-',
    'KU-',
    'KRU-',
    'AWO-',
  ];
  const marksIn = (text: string): readonly string[] => MARKS.filter((mark) => text.includes(mark));

  const LISTS = [
    '/stellen?jahr=2025',
    '/besetzungen?jahr=2025',
    '/ansprueche?jahr=2025',
    '/stellen?jahr=2025&format=csv',
    '/besetzungen?jahr=2025&format=csv',
    '/ansprueche?jahr=2025&format=csv',
    '/stellen?jahr=2025&suche=KIM2',
    '/besetzungen?jahr=2025&suche=KIM',
    '/api/v1/positions?year=2025',
    '/api/v1/positions?year=2025&employer=kreis',
    '/api/v1/occupancies?year=2025',
    '/api/v1/occupancies?personKey=BER-15F8',
    '/api/v1/occupancies?position=kreis-k1-1',
    '/api/v1/entitlements?year=2025',
    '/api/v1/entitlements?year=2025&partner=kreis',
  ];

  it('shows in each list, file and answer the own posts and no others', async () => {
    for (const address of LISTS) {
      const own = (await luenen.send('GET', address)).body;
      const strange = marksIn(own).filter(
        (mark) => !['LÜN-', 'LUE-', 'SEL-', 'WER-'].includes(mark),
      );
      expect([address, strange]).toEqual([address, []]);
      const ofSelm = marksIn((await selm.send('GET', address)).body);
      expect([address, ofSelm.filter((mark) => mark !== 'SEL-')]).toEqual([address, []]);
    }
  });

  it('shows a lead partner the posts of its towns, and no key of their people', async () => {
    const posts = await page(luenen, '/stellen?jahr=2025');
    expect(posts).toContain('SEL-KIM2-1');
    for (const address of LISTS) {
      const { body } = await luenen.send('GET', address);
      expect([address, /SEL-40B2|WER-71AC|WER-9D05/.test(body)]).toEqual([address, false]);
    }
    const post = await page(luenen, '/stellen/selm-k2-1');
    expect(post).toContain('PERSON-');
    expect(post).not.toContain('SEL-40B2');
    expect(await page(selm, '/stellen/selm-k2-1')).toContain('SEL-40B2');
  });

  it('adds up what is seen: a town that others forward to sees its own line as a sum', async () => {
    interface Sums {
      readonly forwarded: string;
      readonly own: string;
      readonly lines: readonly { readonly line: string; readonly amountCents: string }[];
    }
    const ofTown = await json<Sums>(selm, '/api/v1/entitlements?year=2025');
    expect(ofTown.lines.map(({ line }) => line)).toEqual(['selm-kim-2', 'selm-komm-an-2']);
    expect(ofTown).toMatchObject({ forwarded: '66000.00', own: '0.00' });
    const ofLead = await json<Sums>(luenen, '/api/v1/entitlements?year=2025');
    const asked = await json<Sums>(office, '/api/v1/entitlements?year=2025&partner=luenen');
    expect(ofLead.forwarded).toBe(asked.forwarded);
    const lines = ofLead.lines.map(({ line }) => line);
    expect(lines).toEqual(expect.arrayContaining(['selm-kim-2', 'werne-kim-2', 'luenen-kim-2']));
  });

  it('computes the same amounts for a partner as for the office', async () => {
    interface Lines {
      readonly lines: readonly { readonly line: string; readonly amountCents: string }[];
    }
    const all = await json<Lines>(office, '/api/v1/entitlements?year=2025');
    for (const who of [luenen, bergkamen, selm]) {
      for (const own of (await json<Lines>(who, '/api/v1/entitlements?year=2025')).lines) {
        const same = all.lines.find(({ line }) => line === own.line);
        expect(own.amountCents).toBe(same?.amountCents);
      }
    }
  });

  const FOREIGN_ID = /bergkamen-k2-\d(-\d)?|kreis-k1-1/g;
  const FOREIGN = [
    '/stellen/bergkamen-k2-1',
    '/stellen/kreis-k1-1',
    '/stellen/bergkamen-k2-1/anspruch/2025',
    '/stellen/bergkamen-k2-1/anspruch/2025.pdf',
    '/besetzungen/bergkamen-k2-2-1/zuruecknehmen',
    '/api/v1/positions/bergkamen-k2-1?year=2025',
    '/api/v1/positions/bergkamen-k2-1/revisions',
    '/api/v1/occupancies/bergkamen-k2-2-1',
  ];

  it('answers for a foreign post or occupancy as for one that nobody has', async () => {
    for (const address of FOREIGN) {
      const foreign = await luenen.send('GET', address);
      const unknown = await luenen.send('GET', address.replace(FOREIGN_ID, 'nichts'));
      expect([address, foreign.status]).toEqual([address, 404]);
      expect(foreign.body.replaceAll(FOREIGN_ID, 'nichts')).toBe(unknown.body);
      expect((await office.send('GET', address)).status).toBe(200);
    }
  });

  it('offers a partner to tell who fills a post, never to plan, correct or move it', async () => {
    const { body } = await luenen.send('GET', '/stellen/luenen-k2-1');
    const forms = [...body.matchAll(/name="art" value="([^"]+)"/g)].map(([, kind]) => kind);
    expect(new Set(forms)).toEqual(new Set(['besetzung']));
    const ofTown = (await luenen.send('GET', '/stellen/selm-k2-1')).body;
    expect(ofTown).not.toContain('name="art"');
    expect(ofTown).not.toContain('zuruecknehmen');
    const ofOffice = (await office.send('GET', '/stellen/luenen-k2-1')).body;
    expect(ofOffice).toContain('value="verlagerung"');
  });

  it('leaves out of the navigation what is not for partners', async () => {
    const { body } = await luenen.send('GET', '/stellen');
    const side = textOf(body.slice(body.indexOf('<nav'), body.indexOf('</nav>')));
    expect(side).toContain('Stellen');
    expect(side).not.toMatch(/Bescheide|Übernahme|Konten|Was wäre/);
  });

  it('names colleagues to colleagues, and everybody else by organisation', async () => {
    const change = { personKey: 'LUE-8E90', from: '2022-09-01', to: '2026-06-30', share: '0.38' };
    const before = await office.send('GET', '/api/v1/occupancies/luenen-k2-4-1');
    const put = async (who: Browser, etag: string, reason: string): Promise<number> => {
      const answer = await web.app.inject({
        ...{ method: 'PUT', url: '/api/v1/occupancies/luenen-k2-4-1' },
        headers: { cookie: who.cookie, 'if-match': etag, 'idempotency-key': randomUUID() },
        payload: { ...change, reason },
      });
      return answer.statusCode;
    };
    expect(await put(office, before.headers.get('etag') ?? '', 'vom Kreis')).toBe(200);
    const between = await office.send('GET', '/api/v1/occupancies/luenen-k2-4-1');
    expect(await put(luenen, between.headers.get('etag') ?? '', 'von der Stadt')).toBe(200);
    const own = await page(luenen, '/stellen/luenen-k2-4');
    expect(own).toContain('von Kreis Unna: vom Kreis');
    expect(own).toContain('von Leitung Stadt Lünen: von der Stadt');
    expect(own).not.toContain('Sabine Vogt');
    const ofOffice = await page(office, '/stellen/luenen-k2-4');
    expect(ofOffice).toContain('von Sabine Vogt: vom Kreis');
    expect(ofOffice).toContain('von Leitung Stadt Lünen (Stadt Lünen): von der Stadt');
  });

  it('begins the history of a post where it became theirs, also as it was known earlier', async () => {
    web.clock.moveTo('2026-03-04T09:00:00.000Z');
    office = await browserOf(web, OFFICE);
    const kamen = await browserOf(web, 'leitung@kamen.example');
    luenen = await browserOf(web, 'leitung@luenen.example');
    const address = '/api/v1/positions/bergkamen-k2-1';
    const { headers } = await office.send('GET', `${address}?year=2025`);
    expect((await kamen.send('GET', `${address}?year=2025`)).status).toBe(404);
    const { statusCode } = await web.app.inject({
      ...{ method: 'PUT', url: address },
      headers: {
        ...{ cookie: office.cookie, 'if-match': headers.get('etag') ?? '' },
        'idempotency-key': randomUUID(),
      },
      payload: {
        ...{ label: 'BER-KIM2-1', title: 'Fallmanagement', component: 'kim-2' },
        ...{ plannedFte: '1', from: '2022-01-13', employer: 'kamen', placeOfWork: 'Kamen' },
        ...{ allocationLine: 'bergkamen-kim-2', reason: 'Kamen stellt an' },
      },
    });
    expect(statusCode).toBe(200);
    const own = await page(kamen, '/stellen/bergkamen-k2-1');
    expect(own).toContain('BER-KIM2-1');
    expect(own).toContain('Kamen stellt an');
    expect(own).not.toContain('mitgelieferten Dateien');
    const { revisions } = await json<{ revisions: { differences: unknown[] }[] }>(
      kamen,
      `${address}/revisions`,
    );
    expect(revisions).toMatchObject([{ differences: [] }]);
    const then = '?jahr=2025&bekannt=03.03.2026';
    expect((await kamen.send('GET', `/stellen/bergkamen-k2-1${then}`)).status).toBe(404);
    expect((await office.send('GET', `/stellen/bergkamen-k2-1${then}`)).status).toBe(200);
    expect(await page(kamen, `/stellen${then}`)).not.toContain('BER-KIM2-1');
    const known = await page(luenen, `/stellen${then}`);
    expect(marksIn(known)).toEqual(['LÜN-', 'LUE-', 'SEL-', 'WER-']);
  });
});
