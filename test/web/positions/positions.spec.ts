import { ask } from '../answers.js';
import { readPage } from '../read-page.js';
import { startWebApp, type WebApp } from '../web-app.js';

describe('the pages of posts', () => {
  let book: WebApp;

  beforeAll(async () => {
    book = await startWebApp();
  });
  afterAll(() => book.close());

  it('show the occupancy of the year as a picture, with the table behind it', async () => {
    const { body } = await ask(book, '/stellen');
    expect(body).toContain('<svg');
    expect(body).toContain('Als Tabelle');
    expect(body).toContain('role="img"');
  });

  it('list vacancies with their days, and warn of small posts', async () => {
    const text = await readPage(book, '/stellen');
    expect(text).toContain('KAM-KIM2-1 Kamen 01.02.2025 – 30.04.2025 89 1,0');
    expect(text).toContain('Unter 0,5 VzÄ: LÜN-KIM2-4 mit 0,38 VzÄ.');
  });

  it('can be narrowed to a partner and a component', async () => {
    const text = await readPage(book, '/stellen?partner=luenen&baustein=kim-1');
    expect(text).toContain('LÜN-KIM1-1');
    expect(text).not.toContain('LÜN-KIM2-1');
    expect(await readPage(book, '/stellen?partner=niemand')).toContain(
      'gibt es 2025 keinen Treffer',
    );
  });

  it('show a change of person in mid-month, by pseudonym, without loss of money', async () => {
    const text = await readPage(book, '/stellen/luenen-k2-1');
    expect(text).toContain('LUE-2B80 13.01.2022 – 14.05.2025 1,0');
    expect(text).toContain('LUE-64D1 seit 15.05.2025 1,0');
    expect(text).toContain('2025 100 % 57.000,00 €');
  });

  it('answer an unknown post with 404', async () => {
    expect((await ask(book, '/stellen/unbekannt')).status).toBe(404);
  });

  it('show every post of the year', async () => {
    const { body } = await ask(book, '/stellen');
    const paths = [...body.matchAll(/href="(\/stellen\/[^"/#?]+)"/g)].map(([, path = '']) => path);
    expect(new Set(paths).size).toBe(38);
    for (const path of new Set(paths)) await readPage(book, path);
  });
});
