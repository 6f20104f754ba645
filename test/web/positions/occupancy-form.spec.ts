import { PositionsQueries } from '../../../src/positions/positions.queries.js';
import { RecordOccupancyUseCase } from '../../../src/positions/record-occupancy.use-case.js';
import { occupancyFrom } from '../../../src/positions/positions.js';
import { ask, textOf } from '../answers.js';
import { beginForm, post, type FormWalk } from '../form-walk.js';
import { startWebApp, type WebApp } from '../web-app.js';

describe('the form of an occupancy, without JavaScript', () => {
  let app: WebApp;

  beforeAll(async () => {
    app = await startWebApp();
  }, 60_000);
  afterAll(() => app.close());

  const occupancies = async (id: string) => {
    const { fact } = await app.app.get(PositionsQueries, { strict: false }).recorded(id);
    return fact.occupancies;
  };
  const begin = (position: string, more: Readonly<Record<string, string>> = {}) =>
    beginForm(app, 'besetzung', { position, ...more });

  /** Types who and when, and asks what the book says to it. */
  const type = async (
    walk: FormWalk,
    personKey: string,
    [from, to, share]: readonly [string, string, string],
  ): Promise<string> => {
    await walk.fill('person', { personKey });
    await walk.fill('zeit', { from, to, share }, 'pruefen');
    return (await walk.show('zeit?fehler=1')).text;
  };

  it('shows the gap close and the entitlement rise before it is saved', async () => {
    const walk = await begin('bergkamen-k2-2');
    const text = await type(walk, 'BER-77A1', ['01.07.2023', '30.09.2023', '1,0']);
    expect(text).toContain('Damit ist die Stelle 2023 ohne Lücke besetzt.');
    expect(text).toContain('213.750,00 € Rechenblatt 228.000,00 € +14.250,00 €');
    expect(text).toContain('So kommen 228.000,00 € zustande');
    const review = await walk.show('pruefen');
    expect(review.text).toContain('+14.250,00 €');
    expect(await occupancies('bergkamen-k2-2')).toHaveLength(2);
    expect((await walk.enter('Nachgemeldet')).status).toBe(303);
    expect((await walk.show('fertig')).text).toContain(
      'BER-KIM2-2 ist ab dem 01.07.2023 mit BER-77A1 besetzt.',
    );
    expect(await occupancies('bergkamen-k2-2')).toHaveLength(3);
    const page = textOf((await ask(app, '/stellen/bergkamen-k2-2?jahr=2023')).body);
    expect(page).toContain('von Kollegin der Tests: Nachgemeldet');
    expect(page).toContain('Besetzung BER-77A1, Erster Tag – 01.07.2023');
  });

  it('says what stays empty, also in part', async () => {
    const walk = await begin('kamen-k2-1');
    const text = await type(walk, 'KAM-77A1', ['01.02.2025', '31.03.2025', '0,5']);
    expect(text).toContain('01.02.2025 – 31.03.2025 59 0,5');
    expect(text).toContain('01.04.2025 – 30.04.2025 30 1,0');
  });

  it('takes days and share of a gap along from its button', async () => {
    const walk = await begin('kamen-k2-1', { from: '2025-02-01', to: '2025-04-30', share: '1' });
    const { body } = await walk.show('zeit');
    expect(body).toContain('value="01.02.2025"');
    expect(body).toContain('value="30.04.2025"');
    expect(body).toContain('value="1,0"');
  });

  it('refuses two people at once at the share, with both named (R9)', async () => {
    const walk = await begin('kamen-k2-1');
    const text = await type(walk, 'KAM-77A1', ['01.04.2025', '31.05.2025', '1,0']);
    expect(text).toContain('Anteil: Am 01.05.2025 wären 2,0 VzÄ besetzt, geplant sind 1,0 (R9)');
    expect(text).toContain('01.05.2025 – 31.05.2025 KAM-77A1, KAM-F102 2,0 1,0');
    expect((await walk.enter('Versuch')).status).toBe(422);
  });

  it('lets cover stand beside, without more entitlement (R9)', async () => {
    const walk = await begin('kamen-k2-1');
    await type(walk, 'KAM-77A1', ['01.05.2025', '31.05.2025', '0,5']);
    await walk.fill('zeit', { from: '01.05.2025', to: '31.05.2025', share: '0,5', cover: 'true' });
    const { text } = await walk.show('pruefen');
    expect(text).toContain('Am Anspruch ändert sich nichts.');
    expect(text).toContain('Vertretung oder Übergabe ja');
  });

  it('refuses double funding across programmes at the share (R11)', async () => {
    const walk = await begin('kamen-k2-1');
    const text = await type(walk, 'KRU-51A0', ['01.02.2025', '30.04.2025', '1,0']);
    expect(text).toContain('KRU-51A0 wäre am 01.02.2025 mit 2,0 VzÄ abgerechnet');
    expect(text).toContain('Das wäre doppelt gefördert und wird abgelehnt (R11).');
    expect(text).toContain('KU-KI-1');
  });

  it('warns of a second employer at the same time, and lets it pass (R11)', async () => {
    const walk = await begin('kamen-k2-1');
    await type(walk, 'BOE-C39B', ['01.02.2025', '30.04.2025', '0,5']);
    const { text } = await walk.show('pruefen');
    expect(text).toContain('Zusammen höchstens 1,0 VzÄ, nicht über 1,0');
    expect(text).toContain('bei einem anderen Arbeitgeber');
    expect((await walk.enter('Zwei halbe Stellen')).status).toBe(303);
  });

  it('takes a key and no name, and says why', async () => {
    const walk = await begin('kamen-k2-1');
    expect((await walk.show('person')).text).toContain('keinen Namen');
    const next = await walk.fill('person', { personKey: 'Erika Mustermann' });
    expect((await walk.show(next)).text).toContain('Namen gehören nicht hierher.');
    await walk.fill('person', { personKey: 'KAM-28D6' });
    expect((await walk.show('person')).text).toContain('Diese Kennung steht schon im Buch.');
  });

  it('asks for the post where it was opened without one', async () => {
    const walk = await beginForm(app, 'besetzung');
    expect((await walk.show('stelle')).text).toContain('KAM-KIM2-1: Fallmanagement, Kamen');
    expect(await walk.fill('stelle', { $position: 'kamen-k2-1' })).toBe('person');
    expect((await walk.show('person')).text).toContain('KAM-KIM2-1, Fallmanagement');
  });

  it('corrects an occupancy, with unpaid time and its effect', async () => {
    const walk = await beginForm(app, 'besetzung', { subject: 'bergkamen-k2-1-1' });
    await walk.fill('zeit', { from: '13.01.2022', to: '31.10.2025', share: '1,0' });
    await walk.fill('unbezahlt', {}, 'add:unpaid');
    await walk.fill('unbezahlt', {
      'unpaid[0].period.from': '01.09.2025',
      'unpaid[0].period.to': '31.12.2025',
      'unpaid[0].reason': 'Elternzeit',
    });
    const wrong = await walk.show('unbezahlt?fehler=1');
    expect(wrong.text).toContain('Die unbezahlte Zeit liegt nicht in der Besetzung.');
    await walk.fill('unbezahlt', {
      'unpaid[0].period.from': '01.09.2025',
      'unpaid[0].period.to': '31.10.2025',
      'unpaid[0].reason': 'Elternzeit',
    });
    const { text } = await walk.show('pruefen');
    expect(text).toContain('bisher: keine Angabe 31.10.2025');
    expect(text).toContain('−9.500,00 €');
    expect((await walk.enter('Weggang gemeldet')).status).toBe(303);
    expect(await occupancies('bergkamen-k2-1')).toMatchObject([
      { to: '2025-10-31', unpaid: [{ reason: 'Elternzeit' }] },
    ]);
  });

  it('sets what somebody else changed at the post beside one’s own', async () => {
    const walk = await beginForm(app, 'besetzung', { subject: 'bergkamen-k2-2-2' });
    await walk.fill('zeit', { from: '01.10.2023', to: '30.06.2025', share: '1,0' });
    const meanwhile = { personKey: 'BER-0E01', from: '2025-07-01', share: '1.0', cover: 'true' };
    await app.app
      .get(RecordOccupancyUseCase, { strict: false })
      .execute(
        { by: 'person:b', reason: 'Übergabe', key: 'meanwhile-1' },
        'bergkamen-k2-2',
        occupancyFrom(meanwhile),
      );
    expect((await walk.show('pruefen')).headers.get('location')).toContain('/abgleich');
    expect((await walk.show('abgleich')).text).toContain('von person:b geändert. Grund: Übergabe.');
  });

  it('answers for a post or an occupancy that there is none of', async () => {
    for (const asked of [{ 'o.position': 'gibt-es-nicht' }, { fuer: 'gibt-es-nicht' }]) {
      const { status } = await post(app, '/entwuerfe', { art: 'besetzung', ...asked });
      expect(status).toBe(404);
    }
  });
});
