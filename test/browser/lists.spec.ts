import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { paths } from '../../src/web/paths.js';
import { startWebApp, type WebApp } from '../web/web-app.js';
import { complaints, describeInBrowser } from './browser.js';

/** A list in use: searched, narrowed, sorted, turned over and taken away. */
describeInBrowser('a list in a browser', (browser) => {
  let book: WebApp;
  let url: string;

  beforeAll(async () => {
    book = await startWebApp();
    url = await book.app.getUrl();
  }, 60_000);
  afterAll(() => book.close());

  const open = async (
    path: string,
    { width = 1366, javaScriptEnabled = true } = {},
  ): Promise<Page> => {
    const context = await browser().newContext({
      viewport: { width, height: 900 },
      javaScriptEnabled,
      locale: 'de-DE',
      acceptDownloads: true,
    });
    const page = await context.newPage();
    page.setDefaultTimeout(8_000);
    await page.goto(url + path);
    return page;
  };

  it('is searched while typing: the focus stays, the address and the count follow', async () => {
    const page = await open(paths.positions);
    const found = complaints(page);
    await page.getByLabel('Suchen').pressSequentially('kamen');
    await page.waitForURL(/suche=kamen/);
    expect(await page.locator('[data-list-count]').innerText()).toMatch(
      /^\d+\sStellen, 38 insgesamt/,
    );
    expect(await page.locator(':focus').getAttribute('name')).toBe('suche');
    expect(await page.getByLabel('Suchen').inputValue()).toBe('kamen');
    expect(await page.locator('[data-list-status]').innerText()).toContain('38 insgesamt');
    expect(await page.locator('#stellen').innerText()).not.toContain('LÜN-KIM1-1');
    expect(found).toEqual([]);
    await page.context().close();
  }, 30_000);

  it('keeps the focus on the head that sorts, and the search beside it', async () => {
    const page = await open(`${paths.lines}?suche=fallmanagement`);
    await page.getByRole('link', { name: 'Anspruch', exact: true }).click();
    await page.waitForURL(/sortierung=anspruch/);
    expect(page.url()).toContain('suche=fallmanagement');
    expect(await page.locator(':focus').innerText()).toContain('Anspruch');
    const head = page.locator('th[aria-sort]');
    expect(await head.getAttribute('aria-sort')).toBe('descending');
    await page.getByRole('link', { name: 'Anspruch', exact: true }).click();
    await page.waitForURL((address) => !address.search.includes('richtung=ab'));
    expect(await head.getAttribute('aria-sort')).toBe('ascending');
    await page.context().close();
  }, 30_000);

  it('is narrowed by a choice, and the bar of the page keeps it for another year', async () => {
    const page = await open(paths.entitlements);
    await page.getByLabel('Partner').selectOption('bergkamen');
    await page.waitForURL(/partner=bergkamen/);
    await page.getByText('ändern', { exact: true }).first().click();
    await page.getByLabel('Förderjahr', { exact: true }).selectOption('2023');
    await page.waitForURL(/jahr=2023/);
    expect(page.url()).toContain('partner=bergkamen');
    expect(await page.getByLabel('Partner').inputValue()).toBe('bergkamen');
    await page.context().close();
  }, 30_000);

  it('is widened again by one link', async () => {
    const page = await open(`${paths.occupancies}?suche=kamen&art=cover`);
    await page.getByRole('link', { name: 'Alle zeigen' }).click();
    await page.waitForURL((address) => !address.search.includes('suche'));
    expect(await page.getByLabel('Suchen').inputValue()).toBe('');
    expect(await page.locator('[data-list-count]').innerText()).toMatch(/^41\sBesetzungen$/);
    await page.context().close();
  }, 30_000);

  it.each([1366, 390])(
    'works without JavaScript at %i: search, sort, second page, file',
    async (width) => {
      const page = await open(paths.entitlements, { width, javaScriptEnabled: false });
      await page.getByRole('link', { name: 'Nächste' }).click();
      expect(page.url()).toContain('seite=2');
      if (width === 390) await page.getByLabel('Sortieren nach').selectOption('anspruch');
      await page.getByLabel('Suchen').fill('lünen');
      await page.getByRole('button', { name: 'Anzeigen' }).last().click();
      expect(page.url()).toContain('suche=l%C3%BCnen');
      expect(await page.getByLabel('Suchen').inputValue()).toBe('lünen');
      const download = page.waitForEvent('download');
      await page.getByRole('link', { name: 'CSV-Datei' }).click();
      const file = await download;
      expect(file.suggestedFilename()).toBe('ansprueche-2025-stand-2025-12-31.csv');
      const text = await readFile(await file.path(), 'utf8');
      expect(text).toContain('LÜN-KIM2-1');
      expect(text).not.toContain('AWO-KIM2-1');
      await page.context().close();
    },
    30_000,
  );

  it('falls back to the usual way where the answer does not come', async () => {
    const page = await open(paths.contracts);
    await page.evaluate('globalThis.fetch = () => Promise.reject(new Error("away"))');
    await page.getByLabel('Suchen').fill('selm');
    await page.waitForURL(/suche=selm/);
    expect(await page.getByLabel('Suchen').inputValue()).toBe('selm');
    await page.context().close();
  }, 30_000);
});
