import type { Page } from 'playwright-core';
import { paths } from '../../src/web/paths.js';
import { post } from '../web/form-walk.js';
import { enterAmendment, RAISE, RAISED } from '../web/notices/notice-walks.js';
import { startWebApp, type WebApp } from '../web/web-app.js';
import { flaws } from './axe.js';
import { complaints, describeInBrowser } from './browser.js';
import { follow, press } from './reading.js';

/** A contract is amended: drafted, sent, signed by each partner, in force; and its papers are filed. */

const SETTINGS = [
  { width: 1366, javaScriptEnabled: true },
  { width: 390, javaScriptEnabled: false },
] as const;
const CONTRACT = paths.contract('kim-cities');
const PDF = {
  name: 'konzept.pdf',
  mimeType: 'application/pdf',
  buffer: Buffer.from('%PDF-1.7 ok'),
};

describeInBrowser('a contract from draft to effect', (open) => {
  let book: WebApp;
  let url: string;

  beforeEach(async () => {
    book = await startWebApp({ environment: { RATE_LIMIT_PER_MINUTE: '0' } });
    url = await book.app.getUrl();
  });
  afterEach(() => book.close());

  const check = async (page: Page): Promise<void> => {
    expect(await flaws(page)).toEqual([]);
  };

  it.each(SETTINGS)(
    'is drafted, looked at, sent, signed by each and in force, %j',
    async (options) => {
      const page = await open(options);
      await page.goto(url + CONTRACT);
      await press(page, 'Änderung entwerfen');
      await page.getByLabel('Gilt ab').fill('01.07.2025');
      await page.getByLabel('Worum es geht').fill('Lünen gibt 1,0 VzÄ ab.');
      await press(page, 'Weiter');
      await page.waitForURL(/zeile-1/);
      await press(page, 'Weiter');
      await page.waitForURL(/zeile-2/);
      await page.getByLabel('Vollzeitäquivalente').fill('4,0');
      await page.getByLabel('Höchstbetrag im Jahr').fill('228.000,00');
      await press(page, 'Prüfen');
      await page.getByText('Wirkung, wenn alle unterschrieben haben').waitFor();
      await page.getByText('−28.500,00').first().waitFor();
      await press(page, 'Eintragen');
      await follow(page, 'Zum Entwurf');
      await follow(page, 'Versand eintragen');
      await page.getByLabel('Verschickt am').fill('02.06.2025');
      await press(page, 'Versand eintragen');
      for (const party of ['Kreis Unna', 'Stadt Lünen', 'Stadt Bergkamen']) {
        await follow(page, 'Unterschrift eintragen');
        await page.getByLabel('Wer', { exact: true }).selectOption({ label: party });
        await page.getByLabel('Unterschrieben am').fill('10.06.2025');
        await press(page, 'Unterschrift eintragen');
        await page.waitForURL(/kim-cities$/);
      }
      await page.getByText('gilt ab 01.07.2025').first().waitFor();
      await page.getByText('256.500,00').first().waitFor();
    },
  );

  it.each(SETTINGS)('has its papers filed with the day of handing over, %j', async (options) => {
    const page = await open(options);
    await page.goto(url + paths.documentFiling('kim-cities'));
    await page.getByLabel('Art').selectOption('concept');
    await page.getByLabel('Bezeichnung').fill('Rahmenkonzept');
    await page.getByLabel('Datei').setInputFiles(PDF);
    await press(page, 'Ablegen');
    await follow(page, 'Übergabe eintragen');
    await page.getByLabel('Stadt Lünen').check();
    await page.getByLabel('Übergeben am').fill('03.03.2023');
    await press(page, 'Übergabe eintragen');
    await page.getByText('Lünen 03.03.2023').waitFor();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'konzept.pdf' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('konzept.pdf');
  });

  it('has no barrier on any of its pages', async () => {
    const page = await open();
    const found = complaints(page);
    await page.goto(url + CONTRACT);
    await press(page, 'Änderung entwerfen');
    await page.waitForURL(/eckdaten/);
    await page.getByLabel('Gilt ab').fill('01.07.2025');
    await press(page, 'Weiter');
    await page.waitForURL(/zeile-1/);
    const draft = page.url().replace(/\/[^/]*$/, '');
    const steps = ['zeile-2', 'regeln', 'vollstaendigkeit', 'bestandteile', 'wortlaut'];
    for (const step of [...steps, 'offene-punkte', 'pruefen']) {
      await page.goto(`${draft}/${step}`);
      await check(page);
    }
    await press(page, 'Eintragen');
    await page.waitForURL(/fertig/);
    await page.goto(url + paths.contracts);
    await press(page, 'Vertrag eintragen');
    await page.waitForURL(/vertrag$/);
    const contract = page.url().replace(/\/[^/]*$/, '');
    const steps2 = ['vertrag?fehler=1', 'parteien', 'eckdaten', 'zeile-1?fehler=1', 'pruefen'];
    const plain = [
      CONTRACT,
      ...['versenden', 'verwerfen'].map((step) => paths.versionStep('kim-cities', 4, step)),
      paths.contractComparison('kim-cities', 3, 4),
      paths.documents('kim-cities'),
      `${paths.documentFiling('kim-cities')}?titel=ANBest-G`,
      `${paths.termination('kim-awo')}?partei=awo&eingang=01.03.2024`,
    ];
    for (const at of [
      ...steps2.map((step) => `${contract}/${step}`),
      ...plain.map((path) => url + path),
    ]) {
      await page.goto(at);
      await check(page);
    }
    expect(found.filter((text) => !text.includes('favicon'))).toEqual([]);
  });

  it('has no barrier on the pages of what is under way', async () => {
    await enterAmendment(book, RAISE);
    const passing = paths.flowDown(RAISED);
    await post(book, passing, { schluessel: 'pass-on-for-the-eye' });
    const page = await open();
    const look = async (path: string): Promise<void> => {
      await page.goto(url + path);
      await check(page);
    };
    await look(`${passing}?fertig=1`);
    await look(CONTRACT);
    await page.getByText('§ 7 Abs. 3 (R10)').first().waitFor();
    await look(paths.contract('kim-centre'));
    await follow(page, 'Versand eintragen');
    await check(page);
    await page.getByLabel('Verschickt am').fill('02.06.2025');
    await press(page, 'Versand eintragen');
    await check(page);
    for (const step of ['Unterschrift eintragen', 'Zurückholen']) {
      await page.goto(url + paths.contract('kim-centre'));
      await follow(page, step);
      await check(page);
    }
    await page.goto(url + paths.documentFiling('kim-cities'));
    await page.getByLabel('Art').selectOption('concept');
    await page.getByLabel('Bezeichnung').fill('Rahmenkonzept');
    await page.getByLabel('Datei').setInputFiles(PDF);
    await press(page, 'Ablegen');
    await check(page);
    await follow(page, 'Übergabe eintragen');
    await check(page);
    await page.goto(`${url}${paths.termination('kim-awo')}?partei=awo&eingang=01.03.2024`);
    await press(page, 'Kündigung eintragen');
    await look(paths.contract('kim-awo'));
    await look(paths.terminationWithdrawal('kim-awo'));
    await page.goto(url + CONTRACT);
    await press(page, 'Stammdaten berichtigen');
    await page.waitForURL(/entwuerfe\/\w+\//);
    await check(page);
    await press(page, 'Prüfen');
    await page.waitForURL(/pruefen/);
    await check(page);
  });
});
