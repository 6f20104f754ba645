import type { Page } from 'playwright-core';
import { paths } from '../../src/web/paths.js';
import { startWebApp, type WebApp } from '../web/web-app.js';
import { barriers, flaws } from './axe.js';
import { complaints, describeInBrowser } from './browser.js';
import { follow, holds, isGone, isTicked, press } from './reading.js';

/** Forms with drafts in a real browser: saved meanwhile, two on one draft, by keyboard, without barriers. */

describeInBrowser('a form with a draft', (open) => {
  let book: WebApp;
  let url: string;

  beforeAll(async () => {
    book = await startWebApp({ environment: { RATE_LIMIT_PER_MINUTE: '0' } });
    url = await book.app.getUrl();
  });
  afterAll(() => book.close());

  const newForm = async (page: Page): Promise<void> => {
    await page.goto(url + paths.partners);
    await press(page, 'Neuer Partner');
    await page.waitForURL(/entwuerfe.*name/);
  };
  const state = (page: Page) => page.locator('[data-state]');
  const saved = (page: Page) => state(page).filter({ hasText: 'Entwurf gespeichert um' }).waitFor();

  it('saves itself, says so, and is there after the window was closed', async () => {
    const page = await open();
    const found = complaints(page);
    await newForm(page);
    let letSave = (): void => undefined;
    const maySave = new Promise<void>((resolve) => (letSave = resolve));
    await page.route('**/entwuerfe/**', (route) => maySave.then(() => route.continue()));
    await page.getByLabel('Name', { exact: true }).fill('Verein Morgenrot');
    await state(page).filter({ hasText: 'Nicht gespeicherte Änderungen' }).waitFor();
    letSave();
    await saved(page);
    const address = page.url();
    await page.close();
    const later = await open();
    await later.goto(address);
    await holds(later.getByLabel('Name', { exact: true }), 'Verein Morgenrot');
    expect(found).toEqual([]);
  });

  it('saves what was typed before a link leads away', async () => {
    const page = await open();
    await newForm(page);
    const address = page.url();
    await page.getByLabel('Kurzname').fill('Eilig');
    await follow(page, 'Alle Partner');
    await page.waitForURL(/\/partner$/);
    await page.goto(address);
    await holds(page.getByLabel('Kurzname'), 'Eilig');
  });

  it('tells a mistake once its field was left, and takes it back when it is mended', async () => {
    const page = await open();
    await newForm(page);
    await page.goto(page.url().replace('/name', '/anschrift'));
    const postcode = page.getByLabel('Postleitzahl');
    await postcode.fill('4453');
    await page.getByLabel('Ort').focus();
    await page.getByText('Geben Sie eine Postleitzahl mit fünf Ziffern an').waitFor();
    await postcode.and(page.locator('[aria-invalid=true]')).waitFor();
    expect(await barriers(page)).toEqual([]);
    await postcode.fill('44532');
    await page.getByText('Geben Sie eine Postleitzahl').waitFor({ state: 'detached' });
    await isGone(page.getByText('Füllen Sie dieses Feld aus'));
  });

  it('tries again while the book does not answer, and says so', async () => {
    const page = await open();
    await newForm(page);
    await page.route('**/entwuerfe/**', (route) => route.abort());
    await page.getByLabel('Kurzname').fill('Ohne Netz');
    await state(page)
      .filter({ hasText: /Neuer Versuch in \d+ Sekunden/ })
      .waitFor();
    await page.unroute('**/entwuerfe/**');
    await saved(page);
  });

  it('sets two browsers on one draft beside each other', async () => {
    const [one, two] = [await open(), await open()];
    await newForm(one);
    await two.goto(one.url());
    await one.getByLabel('Name', { exact: true }).fill('Verein Eins');
    await saved(one);
    await two.getByLabel('Name', { exact: true }).fill('Verein Zwei');
    await state(two).filter({ hasText: 'an anderer Stelle ausgefüllt' }).waitFor();
    await press(two, 'Eingaben vergleichen');
    await two.getByRole('heading', { name: 'Inzwischen geändert' }).waitFor();
    expect(await barriers(two)).toEqual([]);
    await isTicked(two.getByLabel('Ihre Eingabe Verein Zwei'));
    await two.getByLabel('Inzwischen gespeichert Verein Eins').check();
    await press(two, 'Auswahl übernehmen');
    await two.waitForURL(/name/);
    await holds(two.getByLabel('Name', { exact: true }), 'Verein Eins');
  });

  it('is filled in and entered with the keyboard alone, without JavaScript', async () => {
    const page = await open({ javaScriptEnabled: false });
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
  });

  it('has no barrier on any of its pages', async () => {
    const page = await open();
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
  });
});
