import { ask, lacking, textOf } from './answers.js';
import { startWebApp, type WebApp } from './web-app.js';

describe('the Übersicht', () => {
  let book: WebApp;

  beforeAll(async () => {
    book = await startWebApp();
  }, 60_000);
  afterAll(() => book.close());

  const show = async (query = '') => {
    const { status, body } = await ask(book, `/${query}`);
    expect(status).toBe(200);
    expect(lacking(body)).toBeUndefined();
    return { body, text: textOf(body) };
  };

  it('shows the latest granted year where none is named', async () => {
    expect((await show()).text).toContain('Förderjahr 2025');
  });

  it('shows what was granted for KIM II in 2025, and where it goes', async () => {
    const { text } = await show('?jahr=2025');
    const row = /Nach Bausteinen.*? (KIM II 1\.026.*?)KIM III/.exec(text)?.[1] ?? '';
    expect(row).toContain('1.026.000,00 € 18,0 VzÄ');
    expect(row).toContain('513.000,00 € 9,0 VzÄ');
    expect(row).toContain('171.000,00 € 3,0 VzÄ');
    expect(row).toContain('342.000,00 € 6,0 VzÄ');
    expect(row).toContain('17.000,00 €');
  });

  it('shows what Lünen gets for KIM I, and the own funds as an open item', async () => {
    const { text } = await show('?jahr=2025');
    expect(text).toContain('Stadt Lünen KIM I 66.700,00 €');
    expect(text).toMatch(/Eigene Mittel 17\.000,00 € offener Punkt/);
  });

  it('draws the way of the money, with a table behind it', async () => {
    const { body, text } = await show('?jahr=2025');
    expect(body).toContain('<svg');
    expect(text).toContain('Weg des Geldes 2025');
    expect(text).toContain('Als Tabelle');
  });

  it('names what needs attention, red before yellow', async () => {
    const { text } = await show('?jahr=2025');
    const red = text.indexOf('Dringend: Keine Erlaubnis zur Weiterleitung');
    const yellow = text.indexOf('Hinweis: Aus eigenen Mitteln');
    expect(red).toBeGreaterThan(0);
    expect(yellow).toBeGreaterThan(red);
  });

  it('keeps the year in the links to other pages', async () => {
    const { body } = await show('?jahr=2024');
    expect(body).toContain('href="/bescheide?jahr=2024"');
    expect((await show('?jahr=2025')).body).toContain('href="/bescheide"');
  });

  it('says at the field which day it cannot read, and shows the page all the same', async () => {
    const { body, text } = await show('?jahr=2025&stand=31.02.2025');
    expect(text).toContain('Diesen Tag gibt es nicht');
    expect(body).toMatch(/id="asof-stand"[^>]*aria-invalid="true"/);
    expect(text).toContain('1.026.000,00 €');
  });

  it('shows nothing for a day before the book knew anything, and says so', async () => {
    const { text } = await show('?jahr=2025&bekannt=01.03.2026');
    expect(text).toContain('Am 01.03.2026 stand für dieses Jahr noch kein Bescheid im Buch');
    expect((await show('?jahr=2025&bekannt=02.03.2026')).text).toContain('1.026.000,00 €');
  });

  it('refuses a day in the future as knowledge', async () => {
    const { text } = await show('?bekannt=01.01.2030');
    expect(text).toContain('Dieser Tag liegt in der Zukunft');
  });
});
