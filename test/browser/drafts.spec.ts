import type { Page } from 'playwright-core';
import { CorrectPartnerUseCase } from '../../src/contracts/correct-partner.use-case.js';
import { PartnersQueries } from '../../src/contracts/partners.queries.js';
import { paths } from '../../src/web/paths.js';
import { startWebApp, type WebApp } from '../web/web-app.js';
import { flaws } from './axe.js';
import { complaints, describeInBrowser } from './browser.js';
import { follow, holds, isGone, isTicked, press } from './reading.js';

/** Drafts that more than one window works on, and what a form shows beside its fields. */

describeInBrowser('a draft in a browser', (open) => {
  let book: WebApp;
  let url: string;

  beforeAll(async () => {
    book = await startWebApp({ environment: { RATE_LIMIT_PER_MINUTE: '0' } });
    url = await book.app.getUrl();
  });
  afterAll(() => book.close());

  /** Begins to correct a partner, beside other drafts about it. @returns the address of the draft */
  const correct = async (page: Page, id: string): Promise<string> => {
    await page.goto(url + paths.partner(id));
    await press(page, 'Berichtigen');
    await page.waitForURL(/entwuerfe/);
    if (page.url().includes('offen')) await press(page, 'Neu beginnen');
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
    const [one, two] = [await open(), await open()];
    const draft = await correct(one, 'luenen');
    await two.goto(`${draft}/name`);
    await one.getByLabel('Kurzname').fill('Lünen eins');
    await saved(one);
    await name(two).fill('Stadt Lünen zwei');
    await state(two).filter({ hasText: 'von anderer Stelle übernommen: Kurzname' }).waitFor();
    await holds(two.getByLabel('Kurzname'), 'Lünen eins');
    await two.getByLabel('Kurzname').fill('Lünen');
    await saved(two);
    await two.goto(`${draft}/pruefen`);
    await two.getByText('Stadt Lünen zwei').first().waitFor();
  });

  it('keeps ticked buttons and names of several lines apart in two windows', async () => {
    const [one, two] = [await open(), await open()];
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
    await isTicked(two.getByLabel('Verein'));
    await holds(two.getByLabel('Weitere Namen'), 'Selm\nSelm an der Stever');
  });

  it('takes a mistake off the summary as soon as it is mended', async () => {
    const page = await open();
    await page.goto(url + paths.partners);
    await press(page, 'Neuer Partner');
    await press(page, 'Speichern und prüfen');
    await page.getByRole('heading', { name: 'Drei Angaben stimmen noch nicht' }).waitFor();
    await page.getByLabel('Kommune').check();
    await page.getByRole('heading', { name: 'Zwei Angaben stimmen noch nicht' }).waitFor();
    await isGone(page.locator('.kern-form-check__radio--error'));
    await name(page).fill('Gemeinde Neu');
    await page.getByRole('heading', { name: 'Eine Angabe stimmt noch nicht' }).waitFor();
    await page.getByLabel('Kurzname').fill('Neu');
    await page.locator('[data-error-summary]').waitFor({ state: 'detached' });
    await check(page);
  });

  it('keeps the reason while it is typed', async () => {
    const page = await open();
    const draft = await correct(page, 'kamen');
    await page.goto(`${draft}/pruefen`);
    await page.getByLabel('Grund der Änderung').fill('Schreiben vom 02.03.2026');
    await saved(page);
    await press(page, /Ändern.*Anschrift/);
    await page.waitForURL(/anschrift/);
    await page.getByLabel('Hausnummer').fill('17');
    await press(page, 'Übernehmen');
    await page.waitForURL(/pruefen/);
    const reason = page.getByLabel('Grund der Änderung');
    await holds(reason, 'Schreiben vom 02.03.2026');
    await reason.press('Enter');
    await page.waitForURL(/fertig/);
  });

  it('warns whoever leaves while something is not saved', async () => {
    const page = await open();
    await correct(page, 'werne');
    await page.route('**/entwuerfe/**', (route) => route.abort());
    await page.getByLabel('Kurzname').fill('Nicht gespeichert');
    await state(page).filter({ hasText: 'Neuer Versuch' }).waitFor();
    const asked = page.waitForEvent('dialog');
    await page.close({ runBeforeUnload: true });
    const dialog = await asked;
    expect(dialog.type()).toBe('beforeunload');
    await dialog.dismiss();
    await holds(page.getByLabel('Kurzname'), 'Nicht gespeichert');
    await page.unroute('**/entwuerfe/**');
    await saved(page);
  });

  it.each([true, false])(
    'shows beside the fields what they mean, with JavaScript: %s',
    async (javaScriptEnabled) => {
      const page = await open({ javaScriptEnabled });
      const found = complaints(page);
      await page.goto(url + paths.contract('kim-cities'));
      await press(page, 'Änderung entwerfen');
      await page.waitForURL(/entwuerfe/);
      if (page.url().includes('offen')) await press(page, 'Neu beginnen');
      await page.waitForURL(/entwuerfe\/\w+\/eckdaten/);
      await page.goto(page.url().replace(/\/[^/]*$/, '/zeile-1'));
      const panel = page.locator('[data-live]');
      await panel.getByText('Rechnung der Zeile').waitFor();
      await page.getByLabel('Vollzeitäquivalente').fill('4,5');
      if (!javaScriptEnabled) await press(page, 'Speichern und prüfen');
      await panel.getByText('4,5 VzÄ ×').waitFor();
      if (javaScriptEnabled) await check(page);
      expect(found.filter((text) => !text.includes('favicon'))).toEqual([]);
    },
  );

  it('has no barrier on the pages beside the steps', async () => {
    const page = await open();
    const draft = await correct(page, 'bergkamen');
    await page.getByLabel('Kurzname').fill('BK');
    await saved(page);
    await correctMeanwhile('bergkamen', 'Bergkamen-Mitte');
    await page.goto(`${draft}/pruefen`);
    await page.getByRole('heading', { name: 'Inzwischen geändert' }).waitFor();
    await check(page);
    await page.getByLabel('Ihre Eingabe BK').check();
    await press(page, 'Auswahl übernehmen');
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
    await press(page, 'Eintragen');
    await page.waitForURL(/fertig/);
    await check(page);
    await correct(page, 'bergkamen');
    await follow(page, 'Entwurf verwerfen');
    await press(page, 'Ja, verwerfen');
    await page.getByText('Der Entwurf ist verworfen.').waitFor();
    await check(page);
  });
});
