import { Ledger } from '../../../src/ledger/ledger.js';
import { UnitOfWork } from '../../../src/platform/database/unit-of-work.js';
import { anEntry } from '../../support/entries.js';
import { enterSampleEntries, SAMPLE_YEAR } from '../../support/sample-entries.js';
import { ask, textOf } from '../answers.js';
import { readPage } from '../read-page.js';
import { startWebApp, type WebApp } from '../web-app.js';

describe('what is posted, on the pages of the book', () => {
  let book: WebApp;

  beforeAll(async () => {
    book = await startWebApp();
    book.clock.moveTo('2026-03-05T09:30:00.000Z');
    await enterSampleEntries((type) => book.app.get(type as never, { strict: false }));
  }, 60_000);
  afterAll(() => book.close());

  it('stands on the contract by line and year, each sum with its postings', async () => {
    const { body } = await ask(book, '/vertraege/kim-cities');
    const text = textOf(body);
    const row = new RegExp(`Haushaltsjahr ${SAMPLE_YEAR} (.*?) Haushaltsjahr`).exec(text)?.[1];
    expect(row).toBe(
      'Fallmanagement im Nordkreis Lünen 900,00 € 400,00 € 500,00 € 300,00 € 65,00 € 60,00 €',
    );
    expect(body).toContain(
      '/konten/advances?zeile=luenen-kim-2&amp;jahr=2030&amp;stand=05.03.2026',
    );
  });

  it('tells of years before this book what they had come to, with the way to their take-over', async () => {
    const { body } = await ask(book, '/vertraege/kim-cities');
    expect(textOf(body)).toContain(
      'Fallmanagement im Nordkreis Lünen 285.000,00 € 285.000,00 € – 271.440,44 €',
    );
    const link = /href="(\/buch\?zeile=luenen-kim-2&amp;jahr=2023[^"]*)"/.exec(body)?.[1] ?? '';
    expect(await readPage(book, link.replaceAll('&amp;', '&'))).toContain('Übernahme');
  });

  it('stands on the page of the partner', async () => {
    expect(await readPage(book, '/partner/luenen')).toMatch(/Was gebucht ist .*65,00 € 60,00 €/);
  });

  it('counts only what was known on an earlier day, and what took effect by the day', async () => {
    const known = await readPage(book, '/vertraege/kim-cities?bekannt=04.03.2026');
    expect(known).not.toContain(`Haushaltsjahr ${SAMPLE_YEAR}`);
    const early = await readPage(book, '/vertraege/kim-cities?jahr=2026&stand=01.02.2026');
    expect(early).toContain('900,00 € 400,00 € 500,00 € – 400,00 €');
  });

  it('stands on a notice line: granted, received, still open', async () => {
    const text = await readPage(book, '/bescheide/notice-kim-2-2025');
    expect(text).toMatch(/Was gebucht ist .*Bewilligt 1\.026\.000,00 €/);
  });

  it('stands on the Übersicht, and each figure leads to its postings', async () => {
    const { body } = await ask(book, '/?jahr=2025');
    expect(textOf(body)).toContain('Geld 2025: was gebucht ist');
    expect(textOf(body)).toMatch(
      /Vom Land erhalten 1\.847\.381,00 € von 2\.263\.592,00 €, offen 416\.211,00 €/,
    );
    expect(body).toContain('/konten/land-claims?jahr=2025&amp;stand=05.03.2026');
    expect(body).toContain('/buch?jahr=2025&amp;stand=05.03.2026');
  });

  it('tells what is ordered above a contract, on the Übersicht and on the contract', async () => {
    const dimensions = {
      ...{ programme: 'kim', component: 'kim-2', budgetYear: 2023, noticeLine: 'kim-2-2023' },
      ...{ contract: 'kim-cities', allocationLine: 'luenen-kim-2', partner: 'luenen' },
    };
    const sides = { commitments: '-7,00', 'commitments-contra': '7,00' };
    const [unitOfWork, ledger] = [UnitOfWork, Ledger].map((type) =>
      book.app.get(type as never, { strict: false }),
    ) as [UnitOfWork, Ledger];
    await unitOfWork.run((tx) =>
      ledger.append(tx, anEntry(sides, { kind: 'adjustment', dimensions })),
    );
    const overview = await ask(book, '/?jahr=2023');
    expect(textOf(overview.body)).toContain(
      'Dringend: Mehr angeordnet, als der Vertrag bindet 1 Fall · 7,00 €',
    );
    expect(overview.body).toContain('/vertraege/kim-cities?jahr=2023#gebucht');
    const contract = await ask(book, '/vertraege/kim-cities?jahr=2023');
    expect(textOf(contract.body)).toContain('285.007,00 € 7,00 € über dem Vertrag');
    expect(contract.body).toMatch(
      /href="\/konten\/commitments\?zeile=luenen-kim-2&amp;jahr=2023[^"]*">Mehr angeordnet/,
    );
  });
});
