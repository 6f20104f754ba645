import { ask, lacking, textOf } from '../answers.js';
import { post } from '../form-walk.js';
import { readPage } from '../read-page.js';
import { startWebApp, type WebApp } from '../web-app.js';
import { endOccupancy } from './vacated.js';

const PAGE = '/was-waere-wenn';
const question = (pairs: Readonly<Record<string, string>>): string =>
  `${PAGE}?${new URLSearchParams({ ab: '01.07.2025', ...pairs }).toString()}`;
const toAwo = { von1: 'bergkamen-kim-2', nach1: 'awo-kim-2', vzae1: '1,0' };

describe('the question what would be if', () => {
  let book: WebApp;

  beforeAll(async () => {
    book = await startWebApp();
  }, 60_000);
  afterAll(() => book.close());

  it('says that nothing is vacant where nothing is', async () => {
    const text = await readPage(book, question({}));
    expect(text).toContain('Am 01.07.2025 sind alle weitergeleiteten Stellen besetzt.');
    expect(text).not.toContain('Wirkung zeigen');
  });

  it('names the days of the year on which something is vacant, each as a way there', async () => {
    const { body } = await ask(book, question({}));
    expect(textOf(body)).toContain('Kamen, Stelle KAM-KIM2-1: 01.02.2025 – 30.04.2025, 1,0 VzÄ');
    expect(body).toContain('href="/was-waere-wenn?ab=01.02.2025"');
  });

  it('lists what is vacant for a while only, but moves none of it', async () => {
    const text = await readPage(book, `${PAGE}?ab=01.03.2025`);
    expect(text).toMatch(/Kamen: .*KAM-KIM2-1 1,0 1,0 30\.04\.2025 – danach wieder besetzt/);
    expect(text).not.toContain('Wirkung zeigen');
  });

  describe('once a post is vacant', () => {
    beforeAll(() => endOccupancy(book, 'bergkamen-k2-2-2', '2025-06-30'));

    it('offers what can go, and only where it can go', async () => {
      const { body } = await ask(book, question({ von1: 'bergkamen-kim-2' }));
      expect(textOf(body)).toMatch(/BER-KIM2-2 4,0 1,0 31\.12\.2025 1,0 verschieben/);
      expect(body).toContain('<option value="awo-kim-2"');
      expect(body).not.toContain('<option value="luenen-kim-1"');
      expect(body).not.toContain('<option value="unna-south"');
    });

    it('shows the effect on all sums, each with its sheet', async () => {
      const text = await readPage(book, question(toAwo));
      expect(text).toContain('bisher: 57.000,00 € 85.500,00 €');
      expect(text).toContain('bisher: 228.000,00 € 199.500,00 €');
      expect(text).toContain('keine Bescheidzeile wird überbucht');
      expect(text).toContain('Stelle BER-KIM2-2 (1,0 VzÄ) ist zu 1,0 unbesetzt.');
      expect(text).toContain('Wie kommt der neue Höchstbetrag zustande?');
      expect(text).toContain('2 Änderungen entwerfen');
    });

    it('takes several moves, and tells of too much at the field', async () => {
      const half = { ...toAwo, vzae1: '0,5' };
      const more = { von2: 'bergkamen-kim-2', nach2: 'caritas-kim-2', vzae2: '0,5' };
      expect(await readPage(book, question({ ...half, ...more }))).toContain(
        '3 Änderungen entwerfen',
      );
      const { body } = await ask(book, question({ ...half, ...more, vzae2: '0,6' }));
      expect(textOf(body)).toContain(
        '2. Verschiebung, VzÄ: Vom 01.07.2025 bis 31.12.2025 sind 1,0 VzÄ unbesetzt; gehen sollen 1,1.',
      );
      expect(body).toMatch(/id="vzae2"[^>]*aria-invalid="true"/);
    });

    it.each([
      [{ von1: 'bergkamen-kim-2' }, 'Wählen Sie, wohin die VzÄ gehen.'],
      [{ ...toAwo, vzae1: 'viel' }, 'VzÄ:'],
      [{ ...toAwo, vzae1: '0' }, 'Es muss mehr als 0 sein.'],
      [{ ...toAwo, nach1: 'luenen-kim-1' }, 'Dorthin können diese VzÄ nicht.'],
      [{ ...toAwo, nach1: 'nirgends' }, 'Dorthin können diese VzÄ nicht.'],
      [{ ...toAwo, von1: 'awo-kim-2' }, 'ist auf der Zeile nichts unbesetzt'],
      [{ ...toAwo, ab: '31.02.2025' }, 'Ab wann:'],
    ])('names what is missing or wrong: %j', async (pairs, told) => {
      const { status, body } = await ask(book, question(pairs));
      expect([status, lacking(body)]).toEqual([200, undefined]);
      expect(textOf(body)).toContain(told);
      expect(textOf(body)).not.toContain('entwerfen');
    });

    it('is not drafted from an earlier state of the book', async () => {
      const text = await readPage(book, `${question(toAwo)}&bekannt=01.03.2026`);
      expect(text).not.toContain('Änderungen entwerfen');
    });

    it('is taken over as drafts, once, and then waits for them', async () => {
      const sent = { ab: '01.07.2025', ...toAwo, schluessel: 'was-waere-wenn-1' };
      const without = await post(book, PAGE, sent);
      expect(without.status).toBe(422);
      expect(textOf(without.body)).toContain('Nennen Sie den Grund der Änderung.');
      const said = { ...sent, grund: 'Stelle bleibt unbesetzt' };
      const [first, second] = [await post(book, PAGE, said), await post(book, PAGE, said)];
      expect([first.status, second.headers.get('location')]).toEqual([
        303,
        first.headers.get('location'),
      ]);
      const done = await readPage(book, first.headers.get('location') ?? '');
      expect(done).toContain('2 Änderungen sind entworfen.');
      expect(done).toContain('35-KIM-2022-11');
      expect(await readPage(book, '/vertraege/kim-awo?fassung=3')).toContain('Entwurf');
      const later = await readPage(book, question(toAwo));
      expect(later).toContain('Ein Vertrag hat einen offenen Entwurf.');
      const refused = await post(book, PAGE, { ...said, schluessel: 'was-waere-wenn-2' });
      expect(refused.status).toBe(422);
      expect(textOf(refused.body)).toContain('Ein Entwurf ist noch offen');
    });

    it('knows no drafts that nobody made', async () => {
      expect((await ask(book, `${PAGE}/entworfen`)).status).toBe(404);
      expect((await ask(book, `${PAGE}/entworfen?fassung=kim-awo.99`)).status).toBe(404);
    });
  });
});
