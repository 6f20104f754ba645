import { ask } from '../answers.js';
import { readPage } from '../read-page.js';
import { startWebApp, type WebApp } from '../web-app.js';

describe('the pages of contracts', () => {
  let book: WebApp;

  beforeAll(async () => {
    book = await startWebApp();
  });
  afterAll(() => book.close());

  it('list what the Kreis forwards, once', async () => {
    const text = await readPage(book, '/vertraege');
    expect(text).toContain(
      'Lünen, Bergkamen 2. Änderung ab 01.01.2023 10,0 579.700,00 € Zeilen 565.450,00 € Ansprüche',
    );
    expect(text).toContain('Vom Kreis weitergeleitet 13,0 921.100,00 € 906.850,00 €');
  });

  it('show the version in force with its lines, what pays them, and the third tier', async () => {
    const text = await readPage(book, '/vertraege/kim-cities');
    expect(text).toContain('Gezeigte Fassung 2. Änderung gilt 01.01.2023 – 31.12.2025');
    expect(text).toContain('1,0 57.000,00 € 9.700,00 € 66.700,00 € KIM Baustein I');
    expect(text).toContain('davon an Stadt Selm');
    expect(text).toContain('Summe 10,0 9.700,00 € 579.700,00 €');
  });

  it('tell by when to prove and to give notice, and why', async () => {
    const text = await readPage(book, '/vertraege/kim-cities?jahr=2022&stand=31.12.2023');
    expect(text).toContain('16.01.2023 vereinbart 15.01.2023, aber Sonntag');
    expect(text).toContain('bis 30.06.2024, sicher bis 28.06.2024');
  });

  it('show all thirteen items of the checklist with their states', async () => {
    const text = await readPage(book, '/vertraege/kim-cities');
    expect(text).toContain('6. Prüfungsrechte, auch des Rechnungshofs fehlt § 9');
    expect(text).toContain('13. Keine Weiterleitung ohne Zustimmung durch Verweis');
    expect(text).toContain('Keine Erlaubnis zur Weiterleitung gefunden');
  });

  it('show an earlier version on demand', async () => {
    const text = await readPage(book, '/vertraege/kim-cities?fassung=1');
    expect(text).toContain('Gezeigte Fassung Weiterleitungsvertrag');
    expect(text).toContain('4,5 55.000,00 € 247.500,00 €');
  });

  it('compare two versions figure by figure', async () => {
    const text = await readPage(book, '/vertraege/kim-cities/vergleich?von=2&nach=3');
    expect(text).toContain('Jahresbetrag je VzÄ 55.000,00 € 57.000,00 € + 2.000,00 €');
    expect(text).toContain('Höchstbetrag im Jahr 275.000,00 € 285.000,00 € + 10.000,00 €');
  });

  it('read a refund agreement as one', async () => {
    const text = await readPage(book, '/vertraege/kim-south');
    expect(text).toContain('Dies ist eine Erstattungsvereinbarung');
    expect(text).toContain('Hier zahlen die Kommunen an den Kreis.');
    expect(text).not.toContain('Anspruch 2025');
    expect(text).toContain('83.800,00 €');
  });

  it('answer an unknown contract with 404', async () => {
    expect((await ask(book, '/vertraege/unbekannt')).status).toBe(404);
    expect((await ask(book, '/vertraege/unbekannt/vergleich?von=1&nach=2')).status).toBe(404);
  });

  it('show every contract in every version', async () => {
    const { body } = await ask(book, '/vertraege');
    const paths = [...body.matchAll(/href="(\/vertraege\/[^"#?]+)"/g)].map(([, path = '']) => path);
    expect(paths.length).toBeGreaterThan(15);
    for (const path of paths) await readPage(book, `${path}?fassung=1`);
  });
});
