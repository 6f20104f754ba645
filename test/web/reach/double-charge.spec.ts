import { randomUUID } from 'node:crypto';
import { textOf } from '../answers.js';
import { beginForm } from '../form-walk.js';
import { startWebApp, type WebApp } from '../web-app.js';
import { browserOf, type Browser } from './browsers.js';

/** A post of Lünen; who fills it already is nothing to R11. */
const POST = 'luenen-k2-4';
const OF_AWO = 'AWO-52E1';
const OF_WERNE = 'WER-71AC';

interface Preview {
  readonly findings: readonly { readonly detail?: string; readonly message?: string }[];
  readonly elsewhere: readonly object[];
}

describe('a person who is charged at a post of others', () => {
  let web: WebApp;
  let lead: Browser;
  let office: Browser;

  beforeAll(async () => {
    web = await startWebApp({ as: 'leitung@luenen.example' });
    lead = await browserOf(web, 'leitung@luenen.example');
    office = await browserOf(web, 'sachbearbeitung@kreis-unna.example');
  }, 60_000);
  afterAll(() => web.close());

  const occupancy = (personKey: string) => ({ personKey, from: '2026-07-01', share: '0.38' });
  const asked = async (who: Browser, url: string, payload: object) => {
    const headers = { cookie: who.cookie, 'idempotency-key': randomUUID() };
    const { statusCode, body } = await web.app.inject({ method: 'POST', url, headers, payload });
    expect([url, statusCode]).toEqual([url, 200]);
    return body;
  };
  const previewOf = (who: Browser, personKey: string): Promise<string> =>
    asked(who, `/api/v1/positions/${POST}/preview`, { occupancies: [occupancy(personKey)] });
  const checkOf = (who: Browser, personKey: string): Promise<string> =>
    asked(who, '/api/v1/occupancies/bulk/check', {
      rows: [{ position: POST, ...occupancy(personKey) }],
    });

  it('is told while it is typed, in the very words of the review', async () => {
    for (const key of [OF_AWO, OF_WERNE]) {
      const told = (json: string): readonly string[] =>
        [...json.matchAll(/"(?:detail|message)":"([^"]*\(R11\)[^"]*)"/g)].map(
          ([, text = '']) => text,
        );
      const preview = told(await previewOf(lead, key));
      expect(preview).toHaveLength(1);
      expect(preview).toEqual(told(await checkOf(lead, key)));
    }
  });

  it('is told without the post, its employer, its days or a sum within 1.0', async () => {
    const above = await previewOf(lead, OF_AWO);
    expect(above).toContain('an einer anderen Stelle');
    expect(above).not.toMatch(/AWO-KIM|awo-k2|"awo"|2022-02-01/);
    const { elsewhere } = JSON.parse(above) as Preview;
    expect(elsewhere).toEqual([
      { personKey: OF_AWO, spells: [], countsOthers: true, sumFte: '1.38', isAboveOne: true },
    ]);
    const within = await previewOf(lead, OF_WERNE);
    expect(within).not.toMatch(/WER-KIM|werne-k2/);
    expect((JSON.parse(within) as Preview).elsewhere).toEqual([
      { personKey: OF_WERNE, spells: [], countsOthers: true, isAboveOne: false },
    ]);
  });

  it('is told to the office with the post', async () => {
    const preview = await previewOf(office, OF_AWO);
    expect(preview).toContain('AWO-KIM2-1');
    expect(JSON.parse(preview)).toMatchObject({
      elsewhere: [{ countsOthers: false, spells: [{ employer: 'awo' }] }],
    });
  });

  it('tells nothing of colleagues at the post who are not typed', async () => {
    const { elsewhere } = JSON.parse(await previewOf(lead, 'LUE-0815')) as Preview;
    expect(elsewhere).toEqual([]);
  });

  it('stands beside the fields of the form, with what to do about it', async () => {
    const form = await beginForm(web, 'besetzung', { position: POST });
    await form.fill('person', { personKey: OF_AWO });
    await form.fill('zeit', { from: '01.07.2026', to: '', share: '0,38' });
    const { body } = await form.show('zeit');
    const text = textOf(body);
    expect(text).toContain(`${OF_AWO} an anderen Stellen`);
    expect(text).toContain('Das wäre doppelt gefördert und wird abgelehnt');
    expect(text).toContain('die nicht zu Ihren gehört');
    expect(text).not.toContain('AWO-KIM2-1');
  });

  it('takes no number that stands for a key of others for the key of a person', async () => {
    const form = await beginForm(web, 'besetzung', { position: POST });
    await form.fill('person', { personKey: 'PERSON-1' });
    expect((await form.show('person')).text).toContain('neu an Ihren Stellen');
    expect(await previewOf(lead, 'PERSON-1')).not.toContain('(R11)');
  });
});
