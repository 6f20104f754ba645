import { CorrectPartnerUseCase } from '../../../src/contracts/correct-partner.use-case.js';
import { PartnersQueries } from '../../../src/contracts/partners.queries.js';
import { ask, textOf } from '../answers.js';
import { startWebApp, type WebApp } from '../web-app.js';

describe('the pages of partners', () => {
  let app: WebApp;

  beforeAll(async () => {
    app = await startWebApp();
  }, 60_000);
  afterAll(() => app.close());

  const page = async (path: string) => {
    const { body, status } = await ask(app, path);
    expect(status).toBe(200);
    return { body, text: textOf(body) };
  };

  it('tells of a partner what it gets in a year, from which contract, and how it is computed', async () => {
    const { body, text } = await page('/partner/luenen');
    expect(text).toContain('Höchstbetrag 373.700,00 € 3 Zeilen');
    expect(text).toContain('Stellen 5 4,0 VzÄ 5 durchgehend besetzt');
    expect(text).toContain('Fallmanagement im Nordkreis');
    expect(text).toContain('LÜN-KIM2-4');
    expect(body).toContain('href="/ansprueche?partner=luenen"');
    expect(body).toContain('href="/vertraege/kim-cities/zeilen/luenen-kim-2/anspruch/2025"');
    expect(body).toContain('href="/stellen/luenen-k2-4/anspruch/2025"');
  });

  it('shows a vacancy where it costs money', async () => {
    const { text } = await page('/partner/kamen');
    expect(text).toContain('75 % 89 Tage unbesetzt 42.750,00 €');
    expect(text).toContain('1,0 VzÄ 0 durchgehend besetzt');
  });

  it('counts what a partner refunds to the Kreis as nothing that it gets', async () => {
    const { text } = await page('/partner/schwerte');
    expect(text).toContain('Höchstbetrag 13.000,00 € 1 Zeile');
    expect(text).toContain('Erstattung für das Fallmanagement in Schwerte erstattet der Partner');
    expect(text).toContain('Summe 13.000,00 € 13.000,00 €');
  });

  it('lists all partners with what they have earned, of another year too', async () => {
    const { body, text } = await page('/partner');
    expect(text).toContain('Stadt Lünen Beispiel Kommune Lünen 3 5 373.700,00 € Rechnung');
    expect(body).toContain('href="/ansprueche?partner=luenen"');
    const before = await page('/partner?jahr=2023');
    expect(before.text).toContain('Anspruch 2023');
    expect(before.body).toContain('href="/ansprueche?partner=luenen&amp;jahr=2023');
  });

  it('says who changed what, when and why, and shows a day before the change as it was', async () => {
    const { fact, revision } = await app.app
      .get(PartnersQueries, { strict: false })
      .partner('boenen');
    app.clock.moveTo('2026-03-05T13:05:00.000Z');
    await app.app.get(CorrectPartnerUseCase, { strict: false }).execute(
      { by: 'person:b', reason: 'Schreiben vom 04.03.2026', key: 'b-1', expected: revision },
      {
        ...fact,
        sector: 'association',
        bankAccount: { ...fact.bankAccount, iban: 'DE02120300000000202051' },
      },
    );
    const { text } = await page('/partner/boenen');
    expect(text).toContain('05.03.2026, 14:05 Uhr, von person:b: Schreiben vom 04.03.2026');
    expect(text).toMatch(/IBAN DE\d\d( \d{4}){4} \d\d DE02 1203 0000 0000 2020 51/);
    expect(text).toContain('Art des Partners Kommune Verein');
    const before = await page('/partner/boenen?bekannt=04.03.2026');
    expect(before.text).not.toContain('person:b');
    expect(before.text).not.toContain('DE02 1203');
  });
});
