import { ask } from '../answers.js';
import { beginForm, post } from '../form-walk.js';
import { readPage } from '../read-page.js';
import { startWebApp, type WebApp } from '../web-app.js';
import { CUT, enterAmendment, RAISE, RAISED } from './notice-walks.js';

const PAGE = `/bescheide/${RAISED}/weitergabe`;

describe('the page of a raised rate', () => {
  let app: WebApp;

  beforeAll(async () => {
    app = await startWebApp();
    await enterAmendment(app, RAISE);
  }, 60_000);
  afterAll(() => app.close());

  it('lists each contract, line and post touched, old and new, per year and to date', async () => {
    const text = await readPage(app, PAGE);
    expect(text).toContain('9 Zeilen, 20 Stellen');
    expect(text).toContain('6 noch nicht wirksam');
    expect(text).toContain(
      'Fallmanagement im Nordkreis Stadt Lünen · 2025 5,0 bisher: 57.000,00 € 58.500,00 € ' +
        'bisher: 285.000,00 € 288.750,00 € Rechenblatt bisher: 285.000,00 € 288.750,00 € ' +
        'Rechenblatt +3.750,00 € bis 31.12.2025: +3.750,00 €',
    );
    expect(text).toContain('LÜN-KIM2-1 1,0 bisher: 57.000,00 € 57.750,00 €');
    expect(text).toContain('Satz fehlt im Förderprogramm');
  });

  it('tells the difference up to another day, and nothing before the notice counts', async () => {
    const atSeptember = await readPage(app, `${PAGE}?stand=2025-09-30`);
    expect(atSeptember).toContain('+3.750,00 € bis 30.09.2025: +1.875,00 €');
    const inJune = await readPage(app, `${PAGE}?stand=2025-06-30`);
    expect(inJune).toContain('+3.750,00 € bis 30.06.2025: 0,00 €');
  });

  it('explains each figure on the page, the new and the old one', async () => {
    const { body } = await ask(app, PAGE);
    expect(body).toContain('href="#blatt-luenen-kim-2-2025"');
    expect(body).toContain('id="blatt-luenen-kim-2-2025"');
    for (const [, id = ''] of body.matchAll(/href="#(blatt-[^"]+)"/g)) {
      expect(body.split(`id="${id}"`)).toHaveLength(2);
    }
    for (const heading of ['Anspruch neu', 'Anspruch bisher', 'Höchstbetrag neu']) {
      expect(body).toContain(heading);
    }
  });

  it('shows as known on an earlier day that there was no such notice', async () => {
    const { status } = await ask(app, `${PAGE}?bekannt=2026-03-01`);
    expect(status).toBe(404);
  });

  it('drafts all amendments in one step, once, and shows how far each contract is', async () => {
    const before = await readPage(app, PAGE);
    expect(before).toContain('Für 6 Verträge entsteht eine neue Fassung.');
    const sent = { schluessel: 'pass-on-once' };
    for (const answer of [await post(app, PAGE, sent), await post(app, PAGE, sent)]) {
      expect([answer.status, answer.headers.get('location')]).toEqual([303, `${PAGE}?fertig=1`]);
    }
    const after = await readPage(app, `${PAGE}?fertig=1`);
    expect(after).toContain('Die Änderungen sind entworfen.');
    expect(after).not.toContain('Alle Änderungen entwerfen');
    expect(after).toContain('Lünen und Bergkamen wirksam');
    expect(after).toContain('Lünen an Selm und Werne entworfen');
    expect(after).toContain('+3.750,00 €');
    expect(await readPage(app, '/vertraege/kim-north')).toContain('Entwurf');
  });

  it('counts the changed line once in the list of notices', async () => {
    const text = await readPage(app, '/bescheide?jahr=2025');
    expect(text).toContain('Bewilligt 2.277.092,00 €');
    expect(text).toContain('1.026.000,00 € Rechnung – – ersetzt wodurch');
  });
});

describe('the page of a cut', () => {
  let app: WebApp;

  beforeAll(async () => {
    app = await startWebApp();
    await enterAmendment(app, CUT);
  }, 60_000);
  afterAll(() => app.close());

  it('shows the shortage in red on the days on which it is one, and proposes nothing', async () => {
    const { body } = await ask(app, PAGE);
    expect(body).toContain('wb-note--danger');
    const text = await readPage(app, PAGE);
    expect(text).toContain('Vom 01.07.2025 bis 31.12.2025 fehlen 1,0 VzÄ.');
    expect(text).not.toContain('Vom 01.01.2025 bis 31.12.2025 fehlen 1,0');
    expect(text).toContain('überbucht');
    expect(text).toContain('zu entscheiden');
    expect(text).toContain('Wie viel davon dieser Vertrag trägt, entscheiden Sie.');
    expect(text).not.toContain('Alle Änderungen entwerfen');
  });

  it('is told on the page of the notice as well, as of each day', async () => {
    const inDecember = await readPage(app, `/bescheide/${RAISED}`);
    expect(inDecember).toContain('brauchen mehr, als das Land bewilligt hat');
    const { body } = await ask(app, `/bescheide/${RAISED}?jahr=2025&stand=2025-06-30`);
    expect(body).toContain('18,0');
  });
});

describe('an amending notice that no contract rests on', () => {
  it('has nothing to pass on', async () => {
    const app = await startWebApp();
    try {
      const walk = await beginForm(app, 'bescheid', { amends: 'notice-rucksack-schule-2025' });
      await walk.fill('zeitraum', { effectiveFrom: '01.01.2025' });
      expect((await walk.enter('Bescheid')).status).toBe(303);
      const text = await readPage(app, '/bescheide/notice-rucksack-schule-2025-a1/weitergabe');
      expect(text).toContain('Dieser Änderungsbescheid berührt keinen Vertrag.');
      expect(text).not.toContain('Alle Änderungen entwerfen');
    } finally {
      await app.close();
    }
  }, 60_000);
});
