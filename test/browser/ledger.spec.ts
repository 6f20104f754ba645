import type { Browser, Page } from 'playwright-core';
import { paths } from '../../src/web/paths.js';
import { enterSampleEntries, SAMPLE_YEAR } from '../support/sample-entries.js';
import { startWebApp, type WebApp } from '../web/web-app.js';
import { complaints, describeInBrowser, flaws } from './browser.js';

/** Questioning a figure, and entering by hand: with and without JavaScript, at a desk and on a phone. */

const SETTINGS = [
  { width: 1366, javaScriptEnabled: true },
  { width: 390, javaScriptEnabled: false },
] as const;

describeInBrowser('a journey through the ledger', (browser) => {
  let book: WebApp;
  let url: string;

  beforeAll(async () => {
    book = await startWebApp({ environment: { RATE_LIMIT_PER_MINUTE: '0' } });
    url = await book.app.getUrl();
    await enterSampleEntries((type) => book.app.get(type as never, { strict: false }));
  }, 60_000);
  afterAll(() => book.close());

  it.each(SETTINGS)(
    'leads from a sum on the contract to its postings, to an entry and to what it rests on, %j',
    async (options) => {
      const page = await newPage(browser(), options);
      await page.goto(`${url}${paths.contract('kim-cities')}?jahr=2025`);
      const sum = `a[href*="${paths.account('commitments')}?zeile=luenen-kim-2&jahr=${SAMPLE_YEAR}"]`;
      await page.locator(sum).first().click();
      expect(await heading(page)).toBe('Vertragliche Bindungen');
      await page.getByRole('link', { name: /Vertragliche Bindung$/ }).click();
      expect(await heading(page)).toMatch(/^Buchung Nr\./);
      await page.getByRole('link', { name: /2\. Änderung/ }).click();
      expect(page.url()).toContain('/vertraege/kim-cities?fassung=3');
      await page.context().close();
    },
    30_000,
  );

  it.each(SETTINGS)(
    'enters by hand after a look at it, and takes it back, %j',
    async (options) => {
      const page = await newPage(browser(), options);
      const found = complaints(page);
      await page.goto(url + paths.journal);
      await page.getByRole('link', { name: 'Von Hand buchen' }).click();
      const row = (number: number) => page.getByRole('group', { name: `${number}. Zeile` });
      await page.getByLabel('Grund').fill(`Vermerk ${options.width}`);
      await row(1).getByLabel('Konto').selectOption('cash');
      await row(1).getByLabel('Soll').fill('12,34');
      await row(2).getByLabel('Konto').selectOption('unallocated');
      await row(2).getByLabel('Haben').fill('12,43');
      await page.getByLabel('Grund').press('Enter');
      await page.getByText('Soll und Haben sind nicht gleich').waitFor();
      await row(2).getByLabel('Haben').fill('12,34');
      await page.locator('.wb-actions').getByRole('button', { name: 'Ansehen' }).click();
      await page.getByText('So steht es dann im Buch').waitFor();
      expect(await flawsOf(page, options)).toEqual([]);
      await page.getByRole('button', { name: 'Buchen', exact: true }).click();
      expect(await heading(page)).toMatch(/^Buchung/);
      await page.getByRole('link', { name: 'Stornieren' }).click();
      await page.getByLabel('Grund').fill('Versehen');
      expect(await flawsOf(page, options)).toEqual([]);
      await page.getByRole('button', { name: 'Stornieren' }).click();
      await page.getByText('die es zurücknimmt').waitFor();
      expect(found.filter((text) => !text.includes('422'))).toEqual([]);
      await page.context().close();
    },
    60_000,
  );

  it('closes a month, and shows its seal', async () => {
    const page = await newPage(browser(), SETTINGS[0]);
    await page.goto(url + paths.closings);
    expect(await flaws(page)).toEqual([]);
    await page.getByRole('link', { name: 'Monat abschließen' }).click();
    await page.getByLabel('Abschließen bis Ende').selectOption('2025-12');
    await page.getByLabel('Grund').fill('Jahresabschluss 2025');
    await page.getByLabel('Ich weiß').check();
    await page.getByRole('button', { name: 'Endgültig abschließen' }).click();
    expect(await heading(page)).toBe('Abschluss Dezember 2025');
    await page.getByText(/^[0-9a-f]{64}$/).waitFor();
    expect(await flaws(page)).toEqual([]);
    await page.context().close();
  }, 30_000);
});

/** The check itself needs scripts. */
function flawsOf(
  page: Page,
  { javaScriptEnabled }: (typeof SETTINGS)[number],
): Promise<readonly string[]> {
  return javaScriptEnabled ? flaws(page) : Promise.resolve([]);
}

async function heading(page: Page): Promise<string> {
  return (await page.locator('h1').innerText()).replace('\u00a0', ' ');
}

async function newPage(browser: Browser, options: (typeof SETTINGS)[number]): Promise<Page> {
  const { width, javaScriptEnabled } = options;
  const viewport = { width, height: 900 };
  const context = await browser.newContext({ viewport, javaScriptEnabled, locale: 'de-DE' });
  return context.newPage();
}
