import { ask } from '../answers.js';
import { readPage } from '../read-page.js';
import { startWebApp, type WebApp } from '../web-app.js';

describe('the pages of entitlements', () => {
  let book: WebApp;

  beforeAll(async () => {
    book = await startWebApp();
  });
  afterAll(() => book.close());

  it('sum up what the contracts yield, and what they do not', async () => {
    const text = await readPage(book, '/ansprueche');
    expect(text).toContain(
      'Summe über alle 23 Ansprüche 13,0 921.100,00 € 906.850,00 € −14.250,00 €',
    );
    expect(text).toContain('KAM-KIM2-1 Kamen Bergkamen 1,0 75 % 42.750,00 €');
  });

  it('can be narrowed to a partner', async () => {
    const text = await readPage(book, '/ansprueche?partner=awo');
    expect(text).toContain('Anteilige Gemeinkosten');
    expect(text).toContain('Summe 1,0 62.666,67 € 62.666,67 € 0,00 €');
  });

  it('explain the amount of a post step by step, beside the other conventions', async () => {
    const text = await readPage(book, '/stellen/kamen-k2-1/anspruch/2025');
    expect(text).toContain('Anspruch 2025 42.750,00 €');
    expect(text).toContain('Anteil des Jahres: 9 : 12');
    expect(text).toContain('Kalendermonate vereinbart');
    expect(text).toMatch(
      /taggenau Besetzte Tage durch 365, im Schaltjahr durch 366\. 43\.101,37 €/,
    );
  });

  it('explain the amount of a line: posts, material, ceiling', async () => {
    const text = await readPage(book, '/vertraege/kim-cities/zeilen/luenen-kim-1/anspruch/2025');
    expect(text).toContain('Sachmittel: 9.700,00 € × 1');
    expect(text).toContain('höchstens der Höchstbetrag der Zeile, 66.700,00 € 66.700,00 €');
  });

  it('explain measures by quantity and fixed sum', async () => {
    const text = await readPage(
      book,
      '/vertraege/komm-an-luenen/zeilen/luenen-komm-an-2/anspruch/2025',
    );
    expect(text).toContain('36 × 400,00 € 14.400,00 €');
    expect(text).not.toContain('vereinbart Jeder Monat');
  });

  it('print each sheet as PDF, the same bytes twice', async () => {
    for (const path of [
      '/stellen/kamen-k2-1/anspruch/2025.pdf',
      '/vertraege/kim-cities/zeilen/luenen-kim-2/anspruch/2025.pdf',
    ]) {
      const [first, second] = [await ask(book, path), await ask(book, path)];
      expect(first.status).toBe(200);
      expect(first.headers.get('content-type')).toBe('application/pdf');
      expect(first.body.startsWith('%PDF-1.7')).toBe(true);
      expect(second.body).toBe(first.body);
    }
  });

  it('answer sheets of unknown years, lines and posts with 404', async () => {
    for (const path of [
      '/stellen/kamen-k2-1/anspruch/1999',
      '/stellen/unbekannt/anspruch/2025',
      '/vertraege/kim-cities/zeilen/unbekannt/anspruch/2025',
      '/vertraege/kim-south/zeilen/luenen-kim-2/anspruch/2025',
    ]) {
      expect([path, (await ask(book, path)).status]).toEqual([path, 404]);
    }
  });

  it('show a sheet for every line and post of the list', async () => {
    const { body } = await ask(book, '/ansprueche');
    const paths = [...body.matchAll(/href="([^"]+\/anspruch\/2025)"/g)].map(
      ([, path = '']) => path,
    );
    expect(paths.length).toBeGreaterThan(40);
    for (const path of new Set(paths)) await readPage(book, path);
  });
});
