import type { Page } from 'playwright-core';
import { paths } from '../../src/web/paths.js';
import { enterSampleEntries, SAMPLE_YEAR } from '../support/sample-entries.js';
import { startWebApp, type WebApp } from '../web/web-app.js';
import { flaws } from './axe.js';
import { complaints, describeInBrowser } from './browser.js';
import { follow, isTitled, leads, leadsByKey, press } from './reading.js';

/** Questioning a figure, and entering by hand: with and without JavaScript, at a desk and on a phone. */

const SETTINGS = [
  { width: 1366, javaScriptEnabled: true },
  { width: 390, javaScriptEnabled: false },
] as const;

describeInBrowser('a journey through the ledger', (open) => {
  let book: WebApp;
  let url: string;

  beforeAll(async () => {
    book = await startWebApp({ environment: { RATE_LIMIT_PER_MINUTE: '0' } });
    url = await book.app.getUrl();
    await enterSampleEntries((type) => book.app.get(type as never, { strict: false }));
  });
  afterAll(() => book.close());

  it.each(SETTINGS)(
    'leads from a sum on the contract to its postings, to an entry and to what it rests on, %j',
    async (options) => {
      const page = await open(options);
      await page.goto(`${url}${paths.contract('kim-cities')}?jahr=2025`);
      const sum = `a[href*="${paths.account('commitments')}?zeile=luenen-kim-2&jahr=${SAMPLE_YEAR}"]`;
      await leads(page, page.locator(sum).first());
      await isTitled(page, /^Vertragliche Bindungen$/);
      await follow(page, /Vertragliche Bindung$/);
      await isTitled(page, /^Buchung Nr\./);
      await follow(page, /2\. Änderung/);
      await page.waitForURL(/\/vertraege\/kim-cities\?fassung=3/);
    },
  );

  it.each(SETTINGS)('enters by hand after a look at it, and takes it back, %j', async (options) => {
    const page = await open(options);
    const found = complaints(page);
    await page.goto(url + paths.journal);
    await follow(page, 'Von Hand buchen');
    const row = (number: number) => page.getByRole('group', { name: `${number}. Zeile` });
    await page.getByLabel('Grund').fill(`Vermerk ${options.width}`);
    await row(1).getByLabel('Konto').selectOption('cash');
    await row(1).getByLabel('Soll').fill('12,34');
    await row(2).getByLabel('Konto').selectOption('unallocated');
    await row(2).getByLabel('Haben').fill('12,43');
    await page.getByLabel('Grund').focus();
    await leadsByKey(page, 'Enter');
    await page.getByText('Soll und Haben sind nicht gleich').waitFor();
    await row(2).getByLabel('Haben').fill('12,34');
    await leads(page, page.locator('.wb-actions').getByRole('button', { name: 'Ansehen' }));
    await page.getByText('So steht es dann im Buch').waitFor();
    expect(await flawsOf(page, options)).toEqual([]);
    await press(page, 'Buchen');
    await isTitled(page, /^Buchung/);
    await follow(page, 'Stornieren');
    await page.getByLabel('Grund').fill('Versehen');
    expect(await flawsOf(page, options)).toEqual([]);
    await press(page, 'Stornieren');
    await page.getByText('die es zurücknimmt').waitFor();
    expect(found.filter((text) => !text.includes('422'))).toEqual([]);
  });

  it('closes a month, and shows its seal', async () => {
    const page = await open(SETTINGS[0]);
    await page.goto(url + paths.closings);
    expect(await flaws(page)).toEqual([]);
    await follow(page, 'Monat abschließen');
    await page.getByLabel('Abschließen bis Ende').selectOption('2025-12');
    await page.getByLabel('Grund').fill('Jahresabschluss 2025');
    await page.getByLabel('Ich weiß').check();
    await press(page, 'Endgültig abschließen');
    await isTitled(page, /^Abschluss Dezember 2025$/);
    await page.getByText(/^[0-9a-f]{64}$/).waitFor();
    expect(await flaws(page)).toEqual([]);
  });
});

/** The check itself needs scripts. */
function flawsOf(
  page: Page,
  { javaScriptEnabled }: (typeof SETTINGS)[number],
): Promise<readonly string[]> {
  return javaScriptEnabled ? flaws(page) : Promise.resolve([]);
}
