import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { paths } from '../../src/web/paths.js';
import { startWebApp, type WebApp } from '../web/web-app.js';
import { complaints, describeInBrowser, type WindowOptions } from './browser.js';
import { follow, holds, press, shows } from './reading.js';

/** A list in use: searched, narrowed, sorted, turned over and taken away. */
describeInBrowser('a list in a browser', (open) => {
  let book: WebApp;
  let url: string;

  beforeAll(async () => {
    book = await startWebApp();
    url = await book.app.getUrl();
  });
  afterAll(() => book.close());

  const openAt = async (path: string, options?: WindowOptions): Promise<Page> => {
    const page = await open(options);
    await page.goto(url + path);
    return page;
  };

  it('is searched while typing: the focus stays, the address and the count follow', async () => {
    const page = await openAt(paths.positions);
    const found = complaints(page);
    await page.getByLabel('Suchen').pressSequentially('kamen');
    await page.waitForURL(/suche=kamen/);
    await shows(page.locator('[data-list-count]'), /^\d+\sStellen, 38 insgesamt/);
    await page.locator('[name=suche]:focus').waitFor();
    await holds(page.getByLabel('Suchen'), 'kamen');
    await shows(page.locator('[data-list-status]'), '38 insgesamt');
    await shows(page.locator('#stellen'), /^(?!.*LÜN-KIM1-1)/s);
    expect(found).toEqual([]);
  });

  it('keeps the focus on the head that sorts, and the search beside it', async () => {
    const page = await openAt(`${paths.lines}?suche=fallmanagement`);
    await page.getByRole('link', { name: 'Anspruch', exact: true }).click();
    await page.waitForURL(
      ({ search }) =>
        search.includes('sortierung=anspruch') && search.includes('suche=fallmanagement'),
    );
    await shows(page.locator(':focus'), 'Anspruch');
    await page.locator('th[aria-sort=descending]').waitFor();
    await page.getByRole('link', { name: 'Anspruch', exact: true }).click();
    await page.waitForURL((address) => !address.search.includes('richtung=ab'));
    await page.locator('th[aria-sort=ascending]').waitFor();
  });

  it('is narrowed by a choice, and the bar of the page keeps it for another year', async () => {
    const page = await openAt(paths.entitlements);
    await page.getByLabel('Partner').selectOption('bergkamen');
    await page.waitForURL(/partner=bergkamen/);
    await page.getByText('ändern', { exact: true }).first().click();
    await page.getByLabel('Förderjahr', { exact: true }).selectOption('2023');
    await page.waitForURL(
      ({ search }) => search.includes('jahr=2023') && search.includes('partner=bergkamen'),
    );
    await holds(page.getByLabel('Partner'), 'bergkamen');
  });

  it('is widened again by one link', async () => {
    const page = await openAt(`${paths.occupancies}?suche=kamen&art=cover`);
    await page.getByRole('link', { name: 'Alle zeigen' }).click();
    await page.waitForURL((address) => !address.search.includes('suche'));
    await holds(page.getByLabel('Suchen'), '');
    await shows(page.locator('[data-list-count]'), /^41\sBesetzungen$/);
  });

  it.each([1366, 390])(
    'works without JavaScript at %i: search, sort, second page, file',
    async (width) => {
      const page = await openAt(paths.entitlements, { width, javaScriptEnabled: false });
      await follow(page, 'Nächste');
      await page.waitForURL(/seite=2/);
      if (width === 390) await page.getByLabel('Sortieren nach').selectOption('anspruch');
      await page.getByLabel('Suchen').fill('lünen');
      await press(page, 'Anzeigen');
      await page.waitForURL(/suche=l%C3%BCnen/);
      await holds(page.getByLabel('Suchen'), 'lünen');
      const [file] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('link', { name: 'CSV-Datei' }).click(),
      ]);
      expect(file.suggestedFilename()).toBe('ansprueche-2025-stand-2025-12-31.csv');
      const text = await readFile(await file.path(), 'utf8');
      expect(text).toContain('LÜN-KIM2-1');
      expect(text).not.toContain('AWO-KIM2-1');
    },
  );

  it('falls back to the usual way where the answer does not come', async () => {
    const page = await openAt(paths.contracts);
    await page.evaluate('globalThis.fetch = () => Promise.reject(new Error("away"))');
    await page.getByLabel('Suchen').fill('selm');
    await page.waitForURL(/suche=selm/);
    await holds(page.getByLabel('Suchen'), 'selm');
  });
});
