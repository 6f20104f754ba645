import { PositionsQueries } from '../../../src/positions/positions.queries.js';
import { ask, textOf } from '../answers.js';
import { beginForm, type FormWalk } from '../form-walk.js';
import { startWebApp, type WebApp } from '../web-app.js';

describe('the form of an occupancy, without JavaScript', () => {
  let app: WebApp;

  beforeAll(async () => {
    app = await startWebApp();
  }, 60_000);
  afterAll(() => app.close());

  const recorded = (id: string) =>
    app.app.get(PositionsQueries, { strict: false }).recorded(id);

  const fillTime = async (
    walk: FormWalk,
    from: string,
    to: string,
    share: string,
  ): Promise<string> => walk.fill('zeit', { from, to, share }, 'pruefen');

  it('shows the gap close and the entitlement rise before it is saved', async () => {
    const walk = await beginForm(app, 'besetzung', { position: 'bergkamen-k2-2' });
    expect((await walk.show('person')).text).toContain('keinen Namen');
    expect(await walk.fill('person', { personKey: 'BER-77A1' })).toBe('zeit');
    await fillTime(walk, '01.07.2023', '30.09.2023', '1,0');
    const { text } = await walk.show('zeit');
    expect(text).toContain('Damit ist die Stelle 2023 ohne Lücke besetzt.');
    expect(text).toContain('213.750,00 €');
    expect(text).toContain('+14.250,00 €');
    const review = await walk.show('pruefen');
    expect(review.text).toContain('+14.250,00 €');
    expect((await recorded('bergkamen-k2-2')).fact.occupancies).toHaveLength(2);
    expect((await walk.enter('Nachgemeldet')).status).toBe(303);
    expect((await walk.show('fertig')).text).toContain('mit BER-77A1 besetzt');
    expect((await recorded('bergkamen-k2-2')).fact.occupancies).toHaveLength(3);
  });

  it('prints the pages', async () => {
    const walk = await beginForm(app, 'besetzung', { position: 'kamen-k2-1' });
    await walk.fill('person', { personKey: 'BER-77A1' });
    await fillTime(walk, '01.02.2025', '', '1,0');
    console.log((await walk.show('zeit')).text);
    console.log((await walk.show('pruefen')).text);
    const post = await beginForm(app, 'stelle');
    console.log((await post.show('bezahlung')).text.slice(0, 800));
    await post.fill('bezahlung', { $payer: 'line', allocationLine: 'bergkamen-kim-2' });
    await post.fill('bezeichnung', { label: 'BER-9', title: 'Fallmanagement', plannedFte: '2,5' });
    await post.fill('zeit', { from: '01.01.2024', to: '' });
    await post.fill('ort', { employer: '', placeOfWork: 'Bergkamen' });
    console.log((await post.show('pruefen')).text);
  });
  void ask;
  void textOf;
});
