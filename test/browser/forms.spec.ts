import type { Browser, Page } from 'playwright-core';
import { paths } from '../../src/web/paths.js';
import { startWebApp, type WebApp } from '../web/web-app.js';
import { barriers, complaints, describeInBrowser, flaws } from './browser.js';

/** Forms with drafts in a real browser: saved meanwhile, two on one draft, by keyboard, without barriers. */

describeInBrowser('a form with a draft', (browser) => {
  let book: WebApp;
  let url: string;

  beforeAll(async () => {
    book = await startWebApp({ environment: { RATE_LIMIT_PER_MINUTE: '0' } });
    url = await book.app.getUrl();
  }, 60_000);
  afterAll(() => book.close());

  const newForm = async (page: Page): Promise<void> => {
    await page.goto(url + paths.partners);
    await page.getByRole('button', { name: 'Neuer Partner' }).click();
    await page.waitForURL(/entwuerfe.*name/);
  };
  const state = (page: Page) => page.locator('[data-state]');
  const saved = (page: Page) => state(page).filter({ hasText: 'Entwurf gespeichert um' }).waitFor();

  it('saves itself, says so, and is there after the window was closed', async () => {
    const page = await newPage(browser());
    const found = complaints(page);
    await newForm(page);
    await page.getByLabel('Name', { exact: true }).fill('Verein Morgenrot');
    await state(page).filter({ hasText: 'Nicht gespeicherte Änderungen' }).waitFor();
    await saved(page);
    const address = page.url();
    await page.context().close();
    const later = await newPage(browser());
    await later.goto(address);
    expect(await later.getByLabel('Name', { exact: true }).inputValue()).toBe('Verein Morgenrot');
    expect(found).toEqual([]);
    await later.context().close();
  }, 30_000);

  it('saves what was typed before a link leads away', async () => {
    const page = await newPage(browser());
    await newForm(page);
    const address = page.url();
    await page.getByLabel('Kurzname').fill('Eilig');
    await page.getByRole('link', { name: 'Alle Partner' }).click();
    await page.waitForURL(/\/partner$/);
    await page.goto(address);
    expect(await page.getByLabel('Kurzname').inputValue()).toBe('Eilig');
    await page.context().close();
  }, 30_000);

  it('tells a mistake once its field was left, and takes it back when it is mended', async () => {
    const page = await newPage(browser());
    await newForm(page);
    await page.goto(page.url().replace('/name', '/anschrift'));
    const postcode = page.getByLabel('Postleitzahl');
    await postcode.fill('4453');
    await page.getByLabel('Ort').focus();
    await page.getByText('Geben Sie eine Postleitzahl mit fünf Ziffern an').waitFor();
    expect(await postcode.getAttribute('aria-invalid')).toBe('true');
    expect(await barriers(page)).toEqual([]);
    await postcode.fill('44532');
    await page.getByText('Geben Sie eine Postleitzahl').waitFor({ state: 'detached' });
    expect(await page.getByText('Füllen Sie dieses Feld aus').count()).toBe(0);
    await page.context().close();
  }, 30_000);

  it('tries again while the book does not answer, and says so', async () => {
    const page = await newPage(browser());
    await newForm(page);
    await page.route('**/entwuerfe/**', (route) => route.abort());
    await page.getByLabel('Kurzname').fill('Ohne Netz');
    await state(page).filter({ hasText: 'Neuer Versuch in 2 Sekunden' }).waitFor();
    await page.unroute('**/entwuerfe/**');
    await saved(page);
    await page.context().close();
  }, 30_000);

  it('sets two browsers on one draft beside each other', async () => {
    const [one, two] = [await newPage(browser()), await newPage(browser())];
    await newForm(one);
    await two.goto(one.url());
    await one.getByLabel('Name', { exact: true }).fill('Verein Eins');
    await saved(one);
    await two.getByLabel('Name', { exact: true }).fill('Verein Zwei');
    await state(two).filter({ hasText: 'an anderer Stelle ausgefüllt' }).waitFor();
    await two.getByRole('button', { name: 'Eingaben vergleichen' }).click();
    await two.getByRole('heading', { name: 'Inzwischen geändert' }).waitFor();
    expect(await barriers(two)).toEqual([]);
    expect(await two.getByLabel('Ihre Eingabe Verein Zwei').isChecked()).toBe(true);
    await two.getByLabel('Inzwischen gespeichert Verein Eins').check();
    await two.getByRole('button', { name: 'Auswahl übernehmen' }).click();
    await two.waitForURL(/name/);
    expect(await two.getByLabel('Name', { exact: true }).inputValue()).toBe('Verein Eins');
    for (const page of [one, two]) await page.context().close();
  }, 40_000);

  it('is filled in and entered with the keyboard alone, without JavaScript', async () => {
    const page = await newPage(browser(), { javaScriptEnabled: false });
    await newForm(page);
    await page.getByLabel('Kommune').focus();
    await page.keyboard.press('Space');
    const type = async (...texts: readonly string[]): Promise<void> => {
      for (const text of texts) {
        await page.keyboard.press('Tab');
        await page.keyboard.type(text);
      }
    };
    await type('Gemeinde Tastatur', 'Tastatur');
    await page.keyboard.press('Enter');
    await page.waitForURL(/anschrift/);
    await page.getByLabel('Straße').focus();
    await page.keyboard.type('Markt');
    await type('1', '59423', 'Unna');
    await page.keyboard.press('Enter');
    await page.waitForURL(/konto/);
    await page.getByLabel('Kontoinhaber').focus();
    await page.keyboard.type('Gemeinde');
    await type('DE02120300000000202051');
    await page.keyboard.press('Enter');
    await page.waitForURL(/bemerkung/);
    await page.getByRole('button', { name: 'Weiter', exact: true }).last().press('Enter');
    await page.waitForURL(/pruefen/);
    await page.getByLabel('Grund der Änderung').press('Enter');
    await page.waitForURL(/fertig/);
    await page.getByText('Gemeinde Tastatur ist aufgenommen.').waitFor();
    await page.getByRole('link', { name: 'Zum Partner' }).press('Enter');
    await page.waitForURL(/\/partner\/tastatur/);
    await page.context().close();
  }, 40_000);

  it('has no barrier on any of its pages', async () => {
    const page = await newPage(browser());
    const found = complaints(page);
    const check = async (): Promise<void> => {
      expect(await flaws(page)).toEqual([]);
    };
    for (const path of [paths.partners, paths.partner('luenen'), paths.drafts]) {
      await page.goto(url + path);
      await check();
    }
    await newForm(page);
    const address = page.url().replace(/\/name.*$/, '');
    for (const step of ['name', 'name?fehler=1', 'anschrift', 'konto?fehler=1', 'pruefen']) {
      await page.goto(`${address}/${step}`);
      await check();
    }
    await page.goto(url + paths.drafts);
    await check();
    // The next page may be asked for before the icon of the last one came.
    expect(found.filter((text) => !text.includes('favicon'))).toEqual([]);
    await page.context().close();
  }, 40_000);
});

async function newPage(
  browser: Browser,
  { javaScriptEnabled = true }: { javaScriptEnabled?: boolean } = {},
): Promise<Page> {
  const viewport = { width: 1366, height: 900 };
  const context = await browser.newContext({ viewport, javaScriptEnabled, locale: 'de-DE' });
  const page = await context.newPage();
  page.setDefaultTimeout(8_000);
  return page;
}
