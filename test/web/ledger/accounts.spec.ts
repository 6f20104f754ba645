import { enterSampleEntries, SAMPLE_YEAR } from '../../support/sample-entries.js';
import { ask, textOf } from '../answers.js';
import { readPage } from '../read-page.js';
import { startWebApp, type WebApp } from '../web-app.js';

describe('the accounts', () => {
  let book: WebApp;
  const own = `jahr=${SAMPLE_YEAR}`;

  beforeAll(async () => {
    book = await startWebApp();
    book.clock.moveTo('2026-03-05T09:30:00.000Z');
    await enterSampleEntries((type) => book.app.get(type as never, { strict: false }));
  }, 60_000);
  afterAll(() => book.close());

  it('tell what stands on each of them, on which side, and that both sides are equal', async () => {
    const text = await readPage(book, `/konten?${own}`);
    expect(text).toContain(
      'Geleistete Vorauszahlungen Angeordnet, aber noch nicht durch einen Verwendungsnachweis belegt. 65,00 €',
    );
    expect(text).toContain('Summe 1.000,00 € 1.000,00 €');
    expect(text).toContain('Soll und Haben sind gleich');
    expect(text).toContain('Zinsaufwand Zinsen, die das Land vom Kreis fordert. 0,00 €');
    expect(text).toMatch(/Außerhalb der Bilanz .*Summe 500,00 € 500,00 €/);
  });

  it('lead from each figure to its postings, under the same question', async () => {
    const { body } = await ask(book, `/konten?${own}&partner=luenen&stand=28.02.2026`);
    expect(body).toContain('/konten/advances?jahr=2030&amp;partner=luenen&amp;stand=28.02.2026');
  });

  it.each([
    ['stand=01.02.2026', '400,00 €'],
    ['stand=20.02.2026', '100,00 €'],
    ['stand=27.02.2026', '72,00 €'],
    ['bekannt=04.03.2026', '0,00 €'],
    ['partner=bergkamen', '0,00 €'],
    ['programm=kim', '65,00 €'],
  ])('show the balance of %s', async (query, balance) => {
    const text = await readPage(book, `/konten/advances?${own}&${query}`);
    expect(text).toContain(`Saldo ${balance} Stand`);
  });

  it('run up to their balance posting by posting', async () => {
    const text = await readPage(book, `/konten/advances?${own}`);
    const running = ['400,00', '100,00', '40,00', '65,00', '72,00', '65,00'];
    const found = [...text.matchAll(/2030 [\d,.]+ € ([\d,.]+) €/g)].map(([, balance]) => balance);
    expect(found).toEqual(running);
    expect(text).toContain('Endbestand 65,00 €');
  });

  it('carry what stood there before the first day asked for', async () => {
    const text = await readPage(book, `/konten/advances?${own}&von=21.02.2026`);
    expect(text).toContain('Anfangsbestand 100,00 €');
    expect(text).not.toContain('Abrechnung nach Verwendungsnachweis');
    expect(text).toContain('Endbestand 65,00 €');
  });

  it('show a balance on its normal side as positive', async () => {
    expect(await readPage(book, `/konten/earmarked?${own}`)).toContain('Saldo 700,00 €');
  });

  it("take the office's own number with a reason, once, and not over another change", async () => {
    const path = '/konten/cash/sachkonto';
    const { body } = await ask(book, path);
    const value = (name: string) =>
      new RegExp(`name="${name}" value="([^"]*)"`).exec(body)?.[1] ?? '';
    const send = (fields: Readonly<Record<string, string>>) =>
      ask(book, path, { method: 'POST', body: new URLSearchParams(fields) });
    const given = { schluessel: value('schluessel'), stand: value('stand'), sachkonto: '1811' };
    const without = await send({ ...given, grund: '' });
    expect([without.status, textOf(without.body)]).toEqual([
      422,
      expect.stringContaining('Füllen Sie dieses Feld aus') as string,
    ]);
    const done = await send({ ...given, grund: 'Kontenplan 2026' });
    expect([done.status, done.headers.get('location')]).toEqual([303, '/konten/cash']);
    expect((await send({ ...given, grund: 'Kontenplan 2026' })).status).toBe(303);
    expect(await readPage(book, '/konten/cash')).toContain('Sachkonto des Kreises 1811');
    const late = await send({ ...given, schluessel: 'another-key', grund: 'x', sachkonto: '1' });
    expect([late.status, await readPage(book, '/konten/cash')]).toEqual([
      422,
      expect.stringContaining('1811') as string,
    ]);
  });

  it('are those of the chart only', async () => {
    expect((await ask(book, '/konten/gibt-es-nicht')).status).toBe(404);
  });
});
