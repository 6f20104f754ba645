import type { Page } from 'playwright-core';
import { paths } from '../../src/web/paths.js';
import { startWebApp, type WebApp } from '../web/web-app.js';
import { describeInBrowser } from './browser.js';
import { isTitled, leads, leadsByKey } from './reading.js';

/** What people come for, from page to page, with and without JavaScript, at a desk and on a phone. */

const SETTINGS = [
  { width: 1366, javaScriptEnabled: true },
  { width: 1366, javaScriptEnabled: false },
  { width: 390, javaScriptEnabled: true },
  { width: 390, javaScriptEnabled: false },
] as const;

describeInBrowser('a journey through the book', (open) => {
  let book: WebApp;
  let url: string;

  beforeAll(async () => {
    book = await startWebApp();
    url = await book.app.getUrl();
  });
  afterAll(() => book.close());

  const journey = async (
    options: (typeof SETTINGS)[number],
    walk: (page: Page) => Promise<void>,
  ): Promise<void> => {
    await walk(await open(options));
  };

  it.each(SETTINGS)(
    'leads from the list of entitlements to the steps of a sum and back to its contract, %j',
    (options) =>
      journey(options, async (page) => {
        await page.goto(`${url + paths.entitlements}?jahr=2023`);
        await page.getByLabel('Suchen').fill('werne');
        await page.getByLabel('Suchen').press('Enter');
        await page.waitForURL(/suche=werne/);
        const sheet = 'main a[href*="/stellen/werne-k2-2/anspruch/2023"]';
        await leads(page, page.locator(sheet).first());
        await isTitled(page, 'Rechenblatt');
        await page.getByText('22.677,42').first().waitFor();
        await page.getByText('kaufmännisch').first().waitFor();
        await page.waitForURL(/jahr=2023/);
        await leads(page, page.locator('main a[href*="/vertraege/"]').first());
        await page.waitForURL(/\/vertraege\/.*jahr=2023/);
      }),
  );

  it.each(SETTINGS)('leads from a contract to what an amendment changed, %j', (options) =>
    journey(options, async (page) => {
      await page.goto(url + paths.contract('kim-cities'));
      await leads(page, page.locator('main a[href*="/vergleich?von=2"]').first());
      await isTitled(page, 'geändert');
      await page.getByText('55.000,00').first().waitFor();
      await page.getByText('57.000,00').first().waitFor();
    }),
  );

  it.each(SETTINGS)(
    'shows a notice as of an earlier day, and leads to who uses it, %j',
    (options) =>
      journey(options, async (page) => {
        await page.goto(`${url + paths.notices}?jahr=2023`);
        await leads(page, page.locator('main a[href*="/bescheide/notice-kim-2-2023"]').first());
        await page.waitForURL(/\/bescheide\/notice-kim-2-2023/);
        await page.getByText('36.30.06-078/2023-002').first().waitFor();
        await page.getByText('1.026.000,00').first().waitFor();
        await page.getByText('ändern', { exact: true }).first().click();
        await page.getByLabel('Stand am').fill('31.03.2023');
        await page.getByLabel('Stand am').press('Enter');
        await page.waitForURL(/stand=/);
        await page.getByText('Stand am 31.03.2023').first().waitFor();
        await leads(page, page.locator('main a[href*="/vertraege/kim-cities"]').first());
        await page.waitForURL(/stand=2023-03-31/);
      }),
  );

  it('reaches every area of the book with the keyboard alone', () =>
    journey({ width: 1366, javaScriptEnabled: false }, async (page) => {
      for (const area of [
        ...['Bescheide', 'Verträge', 'Zeilen', 'Stellen', 'Besetzungen', 'Ansprüche', 'Rechner'],
      ]) {
        await page.goto(url);
        await tabTo(page, area);
        await leadsByKey(page, 'Enter');
        await isTitled(page, area);
      }
    }));

  it('hands over the calculation sheet as a PDF', async () => {
    const answer = await fetch(`${url + paths.calculationSheet('werne-k2-2', 2023)}.pdf`);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toContain('application/pdf');
    expect(
      Buffer.from(await answer.arrayBuffer())
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-');
  });
});

const TABS_MAX = 40;

async function tabTo(page: Page, name: string): Promise<void> {
  for (let tabs = 0; tabs < TABS_MAX; tabs += 1) {
    await page.keyboard.press('Tab');
    if ((await page.locator(':focus').innerText()).trim() === name) return;
  }
  throw new Error(`${name} is not reached with ${TABS_MAX} tabs`);
}
