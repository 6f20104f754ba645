import { lastOfYear } from '../../../src/domain/calendar/plain-date.js';
import { GrantsQueries } from '../../../src/grants/grants.queries.js';
import { BookQueries } from '../../../src/positions/book.queries.js';
import { useOfNoticeLine } from '../../../src/web/notices/notice-use.js';
import { ask } from '../answers.js';
import { readPage } from '../read-page.js';
import { startWebApp, type WebApp } from '../web-app.js';

describe('the pages of notices', () => {
  let book: WebApp;

  beforeAll(async () => {
    book = await startWebApp();
  });
  afterAll(() => book.close());

  it('list what was granted in the latest year, what is forwarded, kept and left', async () => {
    const text = await readPage(book, '/bescheide');
    expect(text).toContain('Was das Land für 2025 bewilligt hat');
    expect(text).toContain(
      '18,0 1.026.000,00 € Rechnung 684.000,00 € 12,0 VzÄ Zeilen 342.000,00 € 6,0 VzÄ 0,00 €',
    );
    expect(text).toContain(
      '367.500,00 € Rechnung 66.700,00 € 1,0 VzÄ Zeilen 260.800,00 € 4,0 VzÄ 40.000,00 €',
    );
  });

  it('show another year, and keep it in the links', async () => {
    const { body } = await ask(book, '/bescheide?jahr=2023');
    expect(body).toContain('Was das Land für 2023 bewilligt hat');
    expect(body).toContain('href="/bescheide/notice-kim-2-2023?jahr=2023"');
  });

  it('show terms that add up to the line', async () => {
    const text = await readPage(book, '/bescheide/notice-kim-1-2025');
    expect(text).toContain('Koordinierende Stellen Personal 4,5 × 57.000,00 € 256.500,00 €');
    expect(text).toContain('Bewilligt 367.500,00 €');
  });

  it('show who uses a line, and what the Kreis pays beside it', async () => {
    const text = await readPage(book, '/bescheide/notice-kim-2-2025');
    expect(text).toContain('Stadt Lünen Fallmanagement im Nordkreis 5,0 285.000,00 €');
    expect(text).toContain('Daneben aus eigenen Mitteln, nicht aus diesem Bescheid');
    expect(text).toContain('Aus diesem Bescheid verplant 18,0 1.026.000,00 €');
  });

  it('say in plain German what the Kreis owes the Land', async () => {
    const text = await readPage(book, '/bescheide/notice-kim-2-2023');
    expect(text).toContain('§ 29 HHG NRW 2023 (fachbezogene Pauschale)');
    expect(text).toContain('Bis 31. März des Folgejahres ohne Aufforderung zurückzahlen');
  });

  it('count every line of the book as the capacities do that guard it', async () => {
    const [grants, queries] = [book.app.get(GrantsQueries), book.app.get(BookQueries)];
    const { notices, noticeLines } = await queries.facts();
    const compared = await Promise.all(
      notices.map(async ({ id }) => {
        const { lines } = await grants.notice(id);
        return Promise.all(
          lines.map(async (guarded) => {
            const { year } = guarded;
            const figures = await queries.year({ year, on: lastOfYear(year) });
            const shown = useOfNoticeLine(
              guarded,
              { ...figures, flags: [] },
              { notice: id, granted: noticeLines.get(guarded.id), on: lastOfYear(year) },
            );
            return {
              shown: [guarded.id, shown.restCents, shown.restFte],
              guarded: [guarded.id, guarded.remainingCents, guarded.remainingFte],
            };
          }),
        );
      }),
    );
    const lines = compared.flat();
    expect(lines.length).toBeGreaterThan(30);
    expect(lines.map(({ shown }) => shown)).toEqual(lines.map(({ guarded }) => guarded));
  });

  it('open at the year of the notice, unless another is asked for', async () => {
    const path = '/bescheide/notice-kim-2-2023';
    expect(await readPage(book, path)).toContain('Förderjahr 2023 Stand am 31.12.2023');
    expect(await readPage(book, `${path}?jahr=2024`)).toContain('Förderjahr 2024 Stand am');
  });

  it('answer an unknown notice with 404', async () => {
    expect((await ask(book, '/bescheide/unbekannt')).status).toBe(404);
  });

  it('show nothing of what was not known yet', async () => {
    const text = await readPage(book, '/bescheide?jahr=2025&bekannt=01.01.2024');
    expect(text).toContain('Am 01.01.2024 stand noch kein Bescheid im Buch.');
  });

  it('tell at its field what is wrong with a day, and show the page all the same', async () => {
    const text = await readPage(book, '/bescheide?stand=31.02.2025');
    expect(text).toContain('1.026.000,00 €');
    expect(text).toContain('gibt es nicht');
  });
});
