import {
  enterSampleEntries,
  SAMPLE_YEAR,
  type SampleEntries,
} from '../../support/sample-entries.js';
import { ask, textOf } from '../answers.js';
import { readPage } from '../read-page.js';
import { startWebApp, type WebApp } from '../web-app.js';

describe('the journal', () => {
  let book: WebApp;
  let sample: SampleEntries;
  const own = `jahr=${SAMPLE_YEAR}`;

  beforeAll(async () => {
    book = await startWebApp();
    book.clock.moveTo('2026-03-05T09:30:00.000Z');
    sample = await enterSampleEntries((type) => book.app.get(type as never, { strict: false }));
  }, 60_000);
  afterAll(() => book.close());

  const cardOf = async (id: string, query = own) => {
    const { body } = await ask(book, `/buch?${query}`);
    const card = body.split('<article').find((part) => part.includes(`buchung-${id}`)) ?? '';
    return { html: card, text: textOf(card) };
  };

  it('tells each entry in German: kind, days, basis, accounts, both sides', async () => {
    const { text, html } = await cardOf(sample.order);
    expect(text).toMatch(/Nr\. \d+ Auszahlungsanordnung/);
    expect(text).toContain('wirksam am 01.02.2026');
    expect(text).toContain('erfasst am 05.03.2026, 10:30 Uhr');
    expect(text).toContain('Beruht auf: Beleg Anforderung 1/2030');
    expect(text).toMatch(
      /Geleistete Vorauszahlungen Fallmanagement im Nordkreis, Lünen 2030 400,00 €/,
    );
    expect(text).toContain('Summe außerhalb der Bilanz 400,00 € 400,00 €');
    expect(html).toContain(`/konten/advances?zeile=luenen-kim-2&amp;jahr=${SAMPLE_YEAR}`);
  });

  it('leads from an entry to the notice that it rests on', async () => {
    const { html, text } = await cardOf(sample.notice);
    expect(html).toContain('href="/bescheide/notice-kim-2-2025?jahr=2030"');
    expect(text).toContain('Beruht auf: Bescheid KIM Baustein II');
  });

  it('marks what was entered by hand, and shows an entry and what takes it back to each other', async () => {
    expect((await cardOf(sample.byHand)).text).toContain('von Hand');
    const mistaken = await cardOf(sample.mistaken);
    expect(mistaken.text).toContain('storniert');
    expect(mistaken.html).toContain(`/buch/${sample.reversal}`);
    expect((await cardOf(sample.reversal)).html).toContain(`/buch/${sample.mistaken}`);
    expect((await cardOf(sample.order)).text).not.toContain('von Hand');
  });

  it('stands newest first, page by page, each entry once', async () => {
    const numbers: number[] = [];
    let path = '/buch';
    for (let page = 0; page < 20 && path !== ''; page += 1) {
      const { body } = await ask(book, path);
      numbers.push(
        ...[...body.matchAll(/>Nr\.\u00a0([\d.]+)</g)].map(([, n = '']) =>
          Number(n.replace('.', '')),
        ),
      );
      path = (/rel="next" href="([^"]+)"/.exec(body)?.[1] ?? '').replaceAll('&amp;', '&');
    }
    expect(numbers.length).toBeGreaterThan(30);
    expect(new Set(numbers).size).toBe(numbers.length);
    expect(numbers).toEqual(numbers.toSorted((a, b) => b - a));
  });

  it.each([
    ['konto=recovery-claims', 1],
    ['art=adjustment', 2],
    ['art=reversal', 1],
    ['partner=luenen', 8],
    ['zeile=luenen-kim-2', 8],
    ['vertrag=kim-cities&art=order', 1],
    ['bescheidzeile=kim-2-2025&konto=land-claims', 2],
    ['suche=doppelt', 2],
    ['suche=kassenbeleg', 2],
    ['von=01.02.2026&bis=03.02.2026', 2],
    ['bekannt=04.03.2026', 0],
  ])('is narrowed by %s', async (query, count) => {
    const { body } = await ask(book, `/buch?${own}&${query}`);
    expect([query, body.match(/<article/g)?.length ?? 0]).toEqual([query, count]);
  });

  it('says at the field what it cannot read, and shows the rest all the same', async () => {
    const { body } = await ask(book, `/buch?${own}&von=31.02.2026&konto=nichts`);
    expect(body).toMatch(/id="q-von"[^>]*aria-invalid="true"/);
    expect(textOf(body)).toContain('Dieses Konto gibt es nicht.');
    expect(body).toContain('<article');
  });

  it('says that it shows an earlier knowledge, and that nothing fits', async () => {
    const text = await readPage(book, `/buch?${own}&bekannt=04.03.2026`);
    expect(text).toContain('was am 04.03.2026 schon im Buch stand');
    expect(text).toContain('Zu dieser Auswahl gibt es keine Buchung');
  });

  it('can be taken away as a spreadsheet, one row per posting', async () => {
    const csv = await ask(book, `/buch?${own}&art=order&format=csv`);
    expect(csv.headers.get('content-disposition')).toContain('.csv');
    const rows = csv.body.trim().split('\r\n');
    expect(rows).toHaveLength(5);
    expect(rows[1]).toContain('Auszahlungsanordnung');
    const xlsx = await ask(book, `/buch?${own}&format=xlsx`);
    expect(xlsx.headers.get('content-type')).toContain('spreadsheetml');
  });

  it('shows of one entry everything, with its hash under technical matters', async () => {
    const text = await readPage(book, `/buch/${sample.order}`);
    expect(text).toContain('Eingegeben Sachbearbeitung');
    expect(text).toMatch(/Prüfsumme \(SHA-256\) [0-9a-f]{64}/);
    expect(text).toContain('Diese Buchung folgt aus ihrer Grundlage');
    expect(await readPage(book, `/buch/${sample.byHand}`)).toContain('Stornieren');
    expect(await readPage(book, `/buch/${sample.mistaken}`)).not.toContain('Stornieren');
  });

  it('explains the ceiling that the book itself posted', async () => {
    const { body } = await ask(book, '/buch?vertrag=kim-cities&art=commitment&jahr=2025');
    const href = /class="wb-entry__title"[^>]*><a class="kern-link" href="([^"]+)"/.exec(body)?.[1];
    const text = await readPage(book, href ?? '');
    expect(text).toContain('Wie kommt der Betrag zustande?');
    expect(text).toContain('Höchstbetrag 2025');
    expect(text).toContain('285.000,00 €');
  });

  it('has no entry that nobody entered', async () => {
    const { status, body } = await ask(book, '/buch/01ARZ3NDEKTSV4RRFFQ69G5FAV');
    expect(status).toBe(404);
    expect(textOf(body)).toContain('Diese Buchung gibt es nicht');
  });
});
