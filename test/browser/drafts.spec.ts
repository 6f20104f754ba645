import type { Browser, Page } from 'playwright-core';
import { CorrectPartnerUseCase } from '../../src/contracts/correct-partner.use-case.js';
import { PartnersQueries } from '../../src/contracts/partners.queries.js';
import { paths } from '../../src/web/paths.js';
import { startWebApp, type WebApp } from '../web/web-app.js';
import { complaints, describeInBrowser, flaws } from './browser.js';

/** Drafts that more than one window works on, and what a form shows beside its fields. */

describeInBrowser('a draft in a browser', (browser) => {
  let book: WebApp;
  let url: string;

  beforeAll(async () => {
    book = await startWebApp({ environment: { RATE_LIMIT_PER_MINUTE: '0' } });
    url = await book.app.getUrl();
  }, 60_000);
  afterAll(() => book.close());

  /** Begins to correct a partner, beside other drafts about it. @returns the address of the draft */
  const correct = async (page: Page, id: string): Promise<string> => {
    await page.goto(url + paths.partner(id));
    await page.getByRole('button', { name: 'Berichtigen' }).click();
    await page.waitForURL(/entwuerfe/);
    const anew = page.getByRole('button', { name: 'Neu beginnen' });
    if ((await anew.count()) > 0) await anew.click();
    await page.waitForURL(/entwuerfe\/.*\/name/);
    return page.url().replace(/\/name.*$/, '');
  };
  const correctMeanwhile = async (id: string, shortName: string): Promise<void> => {
    const { fact, revision } = await book.app.get(PartnersQueries, { strict: false }).partner(id);
    const change = { by: 'person:b', reason: 'Neuer Kurzname', key: `${id}-${revision}` };
    await book.app
      .get(CorrectPartnerUseCase, { strict: false })
      .execute({ ...change, expected: revision }, { ...fact, shortName });
  };
  const name = (page: Page) => page.getByLabel('Name', { exact: true });
  const state = (page: Page) => page.locator('[data-state]');
  const saved = (page: Page) => state(page).filter({ hasText: 'Entwurf gespeichert um' }).waitFor();
  const check = async (page: Page): Promise<void> => {
    expect(await flaws(page)).toEqual([]);
  };

  it('takes in what another window typed in other fields, without a question', async () => {
    const [one, two] = [await newPage(browser()), await newPage(browser())];
    const draft = await correct(one, 'luenen');
    await two.goto(`${draft}/name`);
    await one.getByLabel('Kurzname').fill('Lünen eins');
    await saved(one);
    await name(two).fill('Stadt Lünen zwei');
    await state(two).filter({ hasText: 'von anderer Stelle übernommen: Kurzname' }).waitFor();
    expect(await two.getByLabel('Kurzname').inputValue()).toBe('Lünen eins');
    await two.getByLabel('Kurzname').fill('Lünen');
    await saved(two);
    await two.goto(`${draft}/pruefen`);
    await two.getByText('Stadt Lünen zwei').first().waitFor();
    for (const page of [one, two]) await page.context().close();
  }, 30_000);

  it('keeps ticked buttons and names of several lines apart in two windows', async () => {
    const [one, two] = [await newPage(browser()), await newPage(browser())];
    const draft = await correct(one, 'selm');
    await one.getByLabel('Weitere Namen').fill('Selm\nSelm an der Stever');
    await saved(one);
    await two.goto(`${draft}/name`);
    await two.getByLabel('Kurzname').fill('Selm zwei');
    await saved(two);
    await one.getByLabel('Verein').check();
    await saved(one);
    await two.getByLabel('Kurzname').fill('Selm drei');
    await state(two).filter({ hasText: 'übernommen: Art des Partners' }).waitFor();
    expect(await two.getByLabel('Verein').isChecked()).toBe(true);
    expect(await two.getByLabel('Weitere Namen').inputValue()).toBe('Selm\nSelm an der Stever');
    for (const page of [one, two]) await page.context().close();
  }, 30_000);

  it('takes a mistake off the summary as soon as it is mended', async () => {
    const page = await newPage(browser());
    await page.goto(url + paths.partners);
    await page.getByRole('button', { name: 'Neuer Partner' }).click();
    await page.getByRole('button', { name: 'Speichern und prüfen' }).click();
    await page.getByRole('heading', { name: 'Drei Angaben stimmen noch nicht' }).waitFor();
    await page.getByLabel('Kommune').check();
    await page.getByRole('heading', { name: 'Zwei Angaben stimmen noch nicht' }).waitFor();
    expect(await page.locator('.kern-form-check__radio--error').count()).toBe(0);
    await name(page).fill('Gemeinde Neu');
    await page.getByRole('heading', { name: 'Eine Angabe stimmt noch nicht' }).waitFor();
    await page.getByLabel('Kurzname').fill('Neu');
    await page.locator('[data-error-summary]').waitFor({ state: 'detached' });
    await check(page);
    await page.context().close();
  }, 30_000);

  it('keeps the reason while it is typed', async () => {
    const page = await newPage(browser());
    const draft = await correct(page, 'kamen');
    await page.goto(`${draft}/pruefen`);
    await page.getByLabel('Grund der Änderung').fill('Schreiben vom 02.03.2026');
    await saved(page);
    await page.getByRole('button', { name: /Ändern.*Anschrift/ }).click();
    await page.waitForURL(/anschrift/);
    await page.getByLabel('Hausnummer').fill('17');
    await page.getByRole('button', { name: 'Übernehmen' }).click();
    await page.waitForURL(/pruefen/);
    const reason = page.getByLabel('Grund der Änderung');
    expect(await reason.inputValue()).toBe('Schreiben vom 02.03.2026');
    await reason.press('Enter');
    await page.waitForURL(/fertig/);
    await page.context().close();
  }, 30_000);

  it('warns whoever leaves while something is not saved', async () => {
    const page = await newPage(browser());
    await correct(page, 'werne');
    await page.route('**/entwuerfe/**', (route) => route.abort());
    await page.getByLabel('Kurzname').fill('Nicht gespeichert');
    await state(page).filter({ hasText: 'Neuer Versuch' }).waitFor();
    const asked = page.waitForEvent('dialog');
    await page.close({ runBeforeUnload: true });
    const dialog = await asked;
    expect(dialog.type()).toBe('beforeunload');
    await dialog.dismiss();
    expect(await page.getByLabel('Kurzname').inputValue()).toBe('Nicht gespeichert');
    await page.unroute('**/entwuerfe/**');
    await saved(page);
    await page.context().close();
  }, 30_000);

  it.each([true, false])(
    'shows beside the fields what they mean, with JavaScript: %s',
    async (javaScriptEnabled) => {
      const page = await newPage(browser(), { javaScriptEnabled });
      const found = complaints(page);
      await page.goto(url + paths.contract('kim-cities'));
      await page.getByRole('button', { name: 'Änderung entwerfen' }).first().click();
      await page.waitForURL(/entwuerfe/);
      const anew = page.getByRole('button', { name: 'Neu beginnen' });
      if (await anew.isVisible()) await anew.click();
      await page.waitForURL(/entwuerfe\/\w+\/eckdaten/);
      await page.goto(page.url().replace(/\/[^/]*$/, '/zeile-1'));
      const panel = page.locator('[data-live]');
      await panel.getByText('Rechnung der Zeile').waitFor();
      await page.getByLabel('Vollzeitäquivalente').fill('4,5');
      if (!javaScriptEnabled) {
        await page.getByRole('button', { name: 'Speichern und prüfen' }).click();
      }
      await panel.getByText('4,5 VzÄ ×').waitFor();
      if (javaScriptEnabled) await check(page);
      expect(found.filter((text) => !text.includes('favicon'))).toEqual([]);
      await page.context().close();
    },
    30_000,
  );

  it('has no barrier on the pages beside the steps', async () => {
    const page = await newPage(browser());
    const draft = await correct(page, 'bergkamen');
    await page.getByLabel('Kurzname').fill('BK');
    await saved(page);
    await correctMeanwhile('bergkamen', 'Bergkamen-Mitte');
    await page.goto(`${draft}/pruefen`);
    await page.getByRole('heading', { name: 'Inzwischen geändert' }).waitFor();
    await check(page);
    await page.getByLabel('Ihre Eingabe BK').check();
    await page.getByRole('button', { name: 'Auswahl übernehmen' }).click();
    await page.waitForURL(/pruefen/);
    await check(page);
    await page.goto(`${draft}/pruefen?neu=1`);
    await check(page);
    await page.goto(`${draft}/verwerfen`);
    await check(page);
    await page.goto(url + paths.draftsOf('partner', 'bergkamen'));
    await check(page);
    await page.goto(`${draft}/pruefen`);
    await page.getByLabel('Grund der Änderung').fill('Probe');
    await page.getByRole('button', { name: 'Eintragen' }).click();
    await page.waitForURL(/fertig/);
    await check(page);
    await correct(page, 'bergkamen');
    await page.getByRole('link', { name: 'Entwurf verwerfen' }).click();
    await page.getByRole('button', { name: 'Ja, verwerfen' }).click();
    await page.getByText('Der Entwurf ist verworfen.').waitFor();
    await check(page);
    await page.context().close();
  }, 60_000);
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
