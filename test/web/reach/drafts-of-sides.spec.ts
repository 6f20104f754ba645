import { RecordPersonUseCase } from '../../../src/identity/people/record-person.use-case.js';
import { ALL_FORMS } from '../../../src/web/editing/all-forms.js';
import { ACCESS_TABLE } from '../../../src/access.table.js';
import { FormKinds } from '../../../src/web/editing/form-kinds.js';
import { browserOf, type Browser } from './browsers.js';
import { textOf, type Answer } from '../answers.js';
import { startWebApp, type WebApp } from '../web-app.js';

type Fields = Readonly<Record<string, string>>;

describe('drafts of the office and of partners', () => {
  let web: WebApp;
  let lead: Browser;
  let colleague: Browser;
  let bergkamen: Browser;
  let office: Browser;

  beforeAll(async () => {
    web = await startWebApp({ as: 'nobody' });
    const change = { by: 'system:tests', reason: 'Tests', key: 'tests:colleague' };
    await web.app.get(RecordPersonUseCase).execute(change, {
      ...{ name: 'Mia Klein', mail: 'mia.klein@luenen.example', roles: ['partner'] },
      partnerId: 'luenen',
    });
    lead = await browserOf(web, 'leitung@luenen.example');
    colleague = await browserOf(web, 'mia.klein@luenen.example');
    bergkamen = await browserOf(web, 'leitung@bergkamen.example');
    office = await browserOf(web, 'sachbearbeitung@kreis-unna.example');
  }, 60_000);
  afterAll(() => web.close());

  const send = (who: Browser, address: string, fields: Fields): Promise<Answer> =>
    who.send('POST', address, new URLSearchParams(fields).toString());
  const begin = async (who: Browser, position: string): Promise<string> => {
    const fields = { art: 'besetzung', neu: '1', 'o.position': position };
    return (await send(who, '/entwuerfe', fields)).headers.get('location') ?? '';
  };
  const listOf = async (who: Browser): Promise<string> =>
    textOf((await who.send('GET', '/entwuerfe')).body);

  it('has a row in the table of rights for each form', () => {
    const { names } = web.app.get(FormKinds, { strict: false });
    expect(names).toHaveLength(ALL_FORMS.length);
    const rows = names.filter((name) => ACCESS_TABLE.row(`FORM ${name}`) !== undefined);
    expect(rows).toEqual(names);
  });

  it('shows a draft to colleagues, who go on with it, and to nobody else', async () => {
    const draft = await begin(lead, 'luenen-k2-4');
    await send(lead, `${draft}/person`, {
      personKey: 'LUE-D111',
      _revision: '1',
      _aktion: 'weiter',
    });
    const list = await listOf(colleague);
    expect(list).toMatch(/Besetzung eintragen.*LÜN-KIM2-4/);
    expect(list).toContain('von Leitung Stadt Lünen');
    expect((await colleague.send('GET', `${draft}/person`)).body).toContain('LUE-D111');
    const typed = { from: '01.02.2026', to: '28.02.2026', share: '0,25', cover: 'true' };
    const sent = { ...typed, _revision: '2', _aktion: 'weiter' };
    expect((await send(colleague, `${draft}/zeit`, sent)).status).toBe(303);
    expect(await listOf(lead)).toContain('von Mia Klein');
    for (const stranger of [bergkamen, office]) {
      expect(await listOf(stranger)).not.toContain('LÜN-KIM2-4');
      const addresses = ['', '/person', '/pruefen', '/verwerfen', '/fertig', '/abgleich'];
      for (const address of addresses.map((place) => draft + place)) {
        expect([address, (await stranger.send('GET', address)).status]).toEqual([address, 404]);
      }
    }
  });

  it('lets nobody of another side write into a draft, enter it or throw it away', async () => {
    const draft = await begin(lead, 'luenen-k2-4');
    for (const stranger of [bergkamen, office]) {
      const typed = { personKey: 'XXX-1111', _revision: '1', _aktion: 'weiter' };
      for (const place of ['/person', '/pruefen', '/eintragen', '/abgleich', '/verwerfen']) {
        const answer = await send(stranger, draft + place, { ...typed, $reason: 'Versuch' });
        expect([place, answer.headers.get('location') ?? answer.status]).toEqual([
          place,
          stranger === office && place === '/verwerfen' ? '/entwuerfe?verworfen=1' : 404,
        ]);
      }
      const saved = await stranger.send(
        'PUT',
        `${draft}/person`,
        new URLSearchParams(typed).toString(),
      );
      expect(saved.status).toBe(404);
    }
    const page = await lead.send('GET', `${draft}/person`);
    expect(page.status).toBe(200);
    expect(page.body).not.toContain('XXX-1111');
  });

  it('offers in a form own posts only, and begins none for a foreign one', async () => {
    const asking = await send(lead, '/entwuerfe', { art: 'besetzung', neu: '1' });
    const first = await lead.send('GET', asking.headers.get('location') ?? '');
    const { body } = await lead.send('GET', first.headers.get('location') ?? '');
    expect(body).toContain('LÜN-KIM2-1');
    expect(body).not.toMatch(/BER-KIM|KU-KIM|SEL-KIM/);
    for (const position of ['bergkamen-k2-1', 'nichts']) {
      const fields = { art: 'besetzung', neu: '1', 'o.position': position };
      expect((await send(lead, '/entwuerfe', fields)).status).toBe(404);
    }
    const correct = { art: 'besetzung', fuer: 'bergkamen-k2-1-1', neu: '1' };
    expect((await send(lead, '/entwuerfe', correct)).status).toBe(404);
  });

  it('refuses a foreign post that is typed into an own draft', async () => {
    const asking = await send(lead, '/entwuerfe', { art: 'besetzung', neu: '1' });
    const draft = asking.headers.get('location') ?? '';
    const step = (await lead.send('GET', draft)).headers.get('location') ?? '';
    await send(lead, step, { $position: 'bergkamen-k2-1', _revision: '1', _aktion: 'weiter' });
    const review = await lead.send('GET', `${draft}/pruefen`);
    expect(review.body).not.toContain('BER-KIM2-1');
    await send(lead, `${draft}/eintragen`, { _revision: '2', $reason: 'Versuch' });
    const { body } = await office.send('GET', '/api/v1/occupancies?position=bergkamen-k2-1');
    expect(body).not.toContain('LUE-');
  });

  it('stays with its side when the session that began it has ended', async () => {
    const draft = await begin(lead, 'luenen-k2-1');
    await send(lead, '/abmelden', {});
    expect((await lead.send('GET', draft)).status).toBe(303);
    lead = await browserOf(web, 'leitung@luenen.example');
    const { headers } = await lead.send('GET', draft);
    expect(headers.get('location')).toContain(`${draft}/`);
  });

  it('is closed to somebody whose role the form is no longer for', async () => {
    const draft = await begin(office, 'luenen-k2-1');
    const auditor = await browserOf(web, 'pruefung@kreis-unna.example');
    const administrator = await browserOf(web, 'verwaltung-1@kreis-unna.example');
    for (const stranger of [auditor, administrator]) {
      expect((await stranger.send('GET', `${draft}/person`)).status).toBe(403);
      expect((await stranger.send('GET', '/entwuerfe')).status).toBe(403);
    }
  });
});
