import { formatGermanDay } from '../../../src/domain/calendar/plain-date.js';
import { PositionsQueries } from '../../../src/positions/positions.queries.js';
import { ask, textOf } from '../answers.js';
import { beginForm, post, type Fields, type FormWalk } from '../form-walk.js';
import { startWebApp, type WebApp } from '../web-app.js';

describe('the forms of a post, without JavaScript', () => {
  let app: WebApp;

  beforeAll(async () => {
    app = await startWebApp();
  }, 60_000);
  afterAll(() => app.close());

  const position = async (id: string) => {
    const { fact } = await app.app.get(PositionsQueries, { strict: false }).recorded(id);
    return fact;
  };
  const newId = async (walk: FormWalk): Promise<string> =>
    /href="\/stellen\/([^"]+)"/.exec(
      (await walk.show('fertig')).body.split('<main')[1] ?? '',
    )?.[1] ?? '';
  const page = async (path: string): Promise<string> => textOf((await ask(app, path)).body);

  const fillNew = async (walk: FormWalk, share: string, days: Fields): Promise<void> => {
    await walk.fill('bezahlung', { $payer: 'line', allocationLine: 'bergkamen-kim-2' });
    const label = { label: 'BER-KIM2-9', title: 'Fallmanagement' };
    await walk.fill('bezeichnung', { ...label, plannedFte: share });
    await walk.fill('zeit', days);
    await walk.fill('ort', { employer: '', placeOfWork: 'Bergkamen' });
  };

  describe('recording one', () => {
    it('shows the room of the line, and refuses more than it has (R1)', async () => {
      const walk = await beginForm(app, 'stelle');
      await fillNew(walk, '0,5', { from: '01.01.2025', to: '' });
      const { text } = await walk.show('zeit');
      expect(text).toContain('Platz in der Zeile Fallmanagement im Mittelkreis, Bergkamen');
      expect(text).toContain('In der Zeile fehlen 0,5 VzÄ für diese Stelle.');
      const review = await walk.show('pruefen');
      expect(review.text).toContain(
        'Zeile „Fallmanagement im Mittelkreis“ (Bergkamen): Am 01.01.2025 stehen 4,0 VzÄ zur Verfügung.',
      );
      expect((await walk.enter('Versuch')).status).toBe(422);
    });

    it('takes it in where there is room, with employer and component of the line', async () => {
      await endPost('bergkamen-k2-2', '01.09.2022', '30.06.2025');
      const walk = await beginForm(app, 'stelle', { line: 'bergkamen-kim-2' });
      await fillNew(walk, '0,4', { from: '01.07.2025', to: '' });
      const { text } = await walk.show('pruefen');
      expect(text).toContain('Eine Stelle soll mindestens 0,5 VzÄ haben (R5).');
      expect(text).toContain('Ein Anspruch entsteht erst, wenn jemand die Stelle besetzt.');
      expect((await walk.enter('Neue Stelle')).status).toBe(303);
      const id = await newId(walk);
      expect(await position(id)).toMatchObject({
        ...{ employer: 'bergkamen', component: 'kim-2', label: 'BER-KIM2-9' },
        ...{ plannedFte: 4_000, allocationLine: 'bergkamen-kim-2' },
      });
      expect(await page(`/stellen/${id}`)).toContain('Bisher hat niemand die Stelle besetzt.');
    });

    it('shows a second year beside one that nobody has chosen yet', async () => {
      const walk = await beginForm(app, 'stelle');
      await walk.fill('bezahlung', { $payer: 'own' });
      await walk.fill('bescheide', {}, 'add:own.funding');
      const { text } = await walk.show('bescheide');
      expect(text).toContain('1. Jahr');
      expect(text).toContain('2. Jahr');
    });

    it('takes one of the Kreis in, from the notice line of its year', async () => {
      const full = await ofTheKreis();
      expect((await full.show('pruefen')).text).toContain('stehen 6,5 VzÄ zur Verfügung');
      await endPost('kreis-ki-6', '01.01.2023', '31.12.2024');
      const walk = await ofTheKreis();
      expect((await walk.enter('Nachfolge')).status).toBe(303);
      expect(await position(await newId(walk))).toMatchObject({
        ...{ employer: 'kreis', component: 'ki-base' },
        own: { rateKind: 'staff', funding: [{ year: 2025, noticeLine: 'ki-base-2025' }] },
      });
    });

    it('tells each mistake at its field', async () => {
      const walk = await beginForm(app, 'stelle');
      const next = await walk.fill('bezeichnung', { label: '', title: 'X', plannedFte: '1,5' });
      const { text } = await walk.show(next);
      expect(text).toContain('Bezeichnung: Füllen Sie dieses Feld aus');
      expect(text).toContain('Geben Sie einen Anteil über 0 und höchstens 1,0 an');
    });
  });

  const ofTheKreis = async (): Promise<FormWalk> => {
    const walk = await beginForm(app, 'stelle');
    await walk.fill('bezahlung', { $payer: 'own' });
    await walk.fill('bescheide', {
      ...{ 'own.rateKind': 'staff', 'own.withMaterial': 'false' },
      'own.funding[0].noticeLine': 'ki-base-2025',
    });
    const label = { label: 'KU-KI-9', title: 'Koordination' };
    await walk.fill('bezeichnung', { ...label, plannedFte: '1,0' });
    await walk.fill('zeit', { from: '01.01.2025', to: '31.12.2025' });
    await walk.fill('ort', { placeOfWork: 'Unna' });
    return walk;
  };

  /** Who fills a post leaves, and it ends: that makes room for another. */
  async function endPost(id: string, from: string, to: string): Promise<void> {
    const last = (await position(id)).occupancies.at(-1);
    if (last === undefined) throw new Error('the post is filled');
    const spell = await beginForm(app, 'besetzung', { subject: last.id });
    await spell.fill('zeit', { from: formatGermanDay(last.from), to, share: '1,0' });
    expect((await spell.enter('Weggang')).status).toBe(303);
    const walk = await beginForm(app, 'stelle', { subject: id });
    await walk.fill('zeit', { from, to });
    expect((await walk.enter('Stelle entfällt')).status).toBe(303);
  }

  describe('correcting one', () => {
    it('shows the effect, keeps who fills it, and says what was', async () => {
      const walk = await beginForm(app, 'stelle', { subject: 'kamen-k2-1' });
      await walk.fill('ort', { employer: 'kamen', placeOfWork: 'Kamen-Methler' });
      const { text } = await walk.show('pruefen');
      expect(text).toContain('bisher: Kamen Kamen-Methler');
      expect(text).toContain('Am Anspruch ändert sich nichts.');
      await walk.enter('Umzug im Haus');
      expect(await position('kamen-k2-1')).toMatchObject({ placeOfWork: 'Kamen-Methler' });
      expect((await position('kamen-k2-1')).occupancies).toHaveLength(2);
      const history = await page('/stellen/kamen-k2-1');
      expect(history).toContain('von Kollegin der Tests: Umzug im Haus');
      expect(history).toContain('Arbeitsort Kamen Kamen-Methler');
    });

    it('refuses days that no longer hold who fills it', async () => {
      const walk = await beginForm(app, 'stelle', { subject: 'kamen-k2-1' });
      await walk.fill('zeit', { from: '01.02.2022', to: '31.12.2024' }, 'pruefen');
      const { text } = await walk.show('zeit');
      expect(text).toContain('Beenden Sie zuerst die Besetzung.');
      expect((await walk.show('pruefen')).text).toContain(
        'Letzter Tag: Die Stelle ist bis 31.01.2025',
      );
    });
  });

  describe('moving one', () => {
    it('shows both lines before it is entered, and takes who fills it along', async () => {
      const walk = await beginForm(app, 'verlagerung', { subject: 'luenen-k2-1' });
      await walk.fill('tag', { $on: '01.07.2025' });
      const target = { allocationLine: 'bergkamen-kim-2', placeOfWork: 'Bergkamen' };
      await walk.fill('ziel', { ...target, employer: '', label: 'BER-KIM2-5' }, 'pruefen');
      const { text } = await walk.show('ziel');
      expect(text).toContain('Danach: BER-KIM2-5 Bergkamen, Bergkamen');
      expect(text).toContain('LUE-64D1 15.05.2025 – 30.06.2025 seit 01.07.2025 1,0');
      expect(text).toContain('−28.500,00 €');
    });

    it('refuses a line without room at the line (R1)', async () => {
      const walk = await beginForm(app, 'verlagerung', { subject: 'luenen-k2-1' });
      await walk.fill('tag', { $on: '01.01.2025' });
      const target = { allocationLine: 'bergkamen-kim-2', placeOfWork: 'Bergkamen' };
      await walk.fill('ziel', { ...target, employer: '', label: 'BER-KIM2-5' });
      const { text } = await walk.show('pruefen');
      expect(text).toContain(
        'Zeile des Vertrags: Zeile „Fallmanagement im Mittelkreis“ (Bergkamen)',
      );
      expect((await walk.enter('Versuch')).status).toBe(422);
      expect((await position('luenen-k2-1')).to).toBeUndefined();
    });

    it('moves to another place on the same line, and leads to both posts', async () => {
      const walk = await beginForm(app, 'verlagerung', { subject: 'luenen-k2-2' });
      await walk.fill('tag', { $on: '01.07.2025' });
      const same = { allocationLine: 'luenen-kim-2', employer: '' };
      await walk.fill('ziel', { ...same, placeOfWork: 'Selm', label: 'LÜN-KIM2-2' });
      expect((await walk.show('pruefen')).text).toContain('Am Anspruch ändert sich nichts.');
      expect((await walk.enter('Neuer Standort')).status).toBe(303);
      const done = await walk.show('fertig');
      expect(done.text).toContain('Die Stelle LÜN-KIM2-2 ist ab dem 01.07.2025 verlagert.');
      expect(await position('luenen-k2-2')).toMatchObject({ to: '2025-06-30' });
      expect(await position(await newId(walk))).toMatchObject({
        ...{ from: '2025-07-01', placeOfWork: 'Selm', employer: 'luenen' },
      });
    });

    it('asks for a day within the life of the post, and for a place', async () => {
      const walk = await beginForm(app, 'verlagerung', { subject: 'kamen-k2-1' });
      const next = await walk.fill('tag', { $on: '01.02.2022' });
      expect((await walk.show(next)).text).toContain(
        'Berichtigen Sie sie, statt sie zu verlagern.',
      );
      await walk.fill('tag', { $on: '01.01.2025' });
      const { text } = await walk.show('pruefen');
      expect(text).toContain('Arbeitsort: Es ist nicht gesagt, wohin die Stelle geht.');
    });
  });

  describe('taking back', () => {
    it('refuses a post that somebody fills, and offers it only for others', async () => {
      const answer = await ask(app, '/stellen/kamen-k2-1/zuruecknehmen');
      expect(answer.status).toBe(409);
      expect(textOf(answer.body)).toContain('lässt sich nicht zurücknehmen');
      expect(await page('/stellen/kamen-k2-1')).not.toContain('Stelle zurücknehmen');
    });

    it('shows what an occupancy takes along, asks for a reason, and does it once', async () => {
      const path = '/besetzungen/boenen-k2-1-2/zuruecknehmen';
      const asked = await ask(app, path);
      expect(textOf(asked.body)).toContain('−');
      const hidden = Object.fromEntries(
        [...asked.body.matchAll(/name="(stand|schluessel)" value="([^"]+)"/g)].map(
          ([, name = '', value = '']) => [name, value],
        ),
      );
      const without = await post(app, path, { ...hidden, grund: ' ' });
      expect(without.status).toBe(422);
      expect(textOf(without.body)).toContain('Bitte nennen Sie einen Grund.');
      const stale = await post(app, path, { ...hidden, stand: '1', grund: 'Alter Stand' });
      expect(stale.status).toBe(422);
      expect(stale.body).toContain('value="Alter Stand"');
      expect(stale.body).toContain('role="alert"');
      for (let sent = 0; sent < 2; sent += 1) {
        const { status, headers } = await post(app, path, { ...hidden, grund: 'Doppelt' });
        expect([status, headers.get('location')]).toEqual([303, '/stellen/boenen-k2-1']);
      }
      expect((await position('boenen-k2-1')).occupancies).toHaveLength(1);
      expect(await page('/stellen/boenen-k2-1')).toContain('von Kollegin der Tests: Doppelt');
    });
  });

  it('looks at an earlier day without buttons, and without later changes', async () => {
    const { body } = await ask(app, '/stellen/kamen-k2-1?bekannt=01.03.2026');
    expect(body).not.toContain('Besetzung eintragen');
    expect(body).not.toContain('wb-begin');
  });
});
