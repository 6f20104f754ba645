import type { Page } from 'playwright-core';
import { DEMO_PASSWORD } from '../../src/identity/identity.js';
import { OneTimeLinks } from '../../src/identity/links/one-time-links.js';
import { PeopleQueries } from '../../src/identity/people/people.queries.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { startWebApp, type WebApp } from '../web/web-app.js';
import { flaws } from './axe.js';
import { complaints, describeInBrowser } from './browser.js';
import { holds, isTitled } from './reading.js';

const MAIL = 'controlling@kreis-unna.example';
const PASSWORD = 'lampe wolke fahrrad senf';

/** A desk with scripts, and a phone without. */
const SETTINGS = [{ width: 1366 }, { width: 390, javaScriptEnabled: false }] as const;

describeInBrowser('the way in', (open) => {
  let book: WebApp;
  let url: string;

  beforeAll(async () => {
    book = await startWebApp({ as: 'nobody' });
    url = await book.app.getUrl();
  });
  afterAll(() => book.close());

  /** A window in which nobody has signed in. */
  const fresh = async (options: (typeof SETTINGS)[number]): Promise<Page> => {
    const page = await open(options);
    await page.context().clearCookies();
    return page;
  };

  const signIn = async (page: Page, password: string): Promise<void> => {
    await page.getByLabel('Mailadresse').fill(MAIL);
    await page.getByLabel('Passwort', { exact: true }).fill(password);
    await page.getByRole('button', { name: 'Anmelden', exact: true }).click();
  };

  const resetPath = async (): Promise<string> => {
    const person = await book.app.get(PeopleQueries).byMail(MAIL);
    const order = { personId: person?.id ?? '', purpose: 'reset', by: 'system:tests' } as const;
    const { path } = await book.app
      .get(UnitOfWork)
      .run((tx) => book.app.get(OneTimeLinks).issue(tx, order));
    return path;
  };

  it.each(SETTINGS)('leads by one click to the page that was asked for, %j', async (options) => {
    const page = await fresh(options);
    const found = complaints(page);
    await page.goto(`${url}/vertraege`);
    await isTitled(page, 'Anmelden');
    await page.getByRole('button', { name: 'Sabine Vogt' }).click();
    await page.waitForURL(/\/vertraege$/);
    if (options.width === 1366) await page.getByText('Demo-Konto').first().waitFor();
    expect(found).toEqual([]);
  });

  it('leads out again, on a phone, too', async () => {
    const page = await fresh(SETTINGS[1]);
    await page.goto(`${url}/anmelden`);
    await page.getByRole('button', { name: 'Stadt Lünen' }).click();
    await page.waitForURL(`${url}/`);
    await page.getByRole('button', { name: 'Menü' }).click();
    await page.locator('#navigation').getByText('Leitung Stadt Lünen').waitFor();
    await page.getByRole('button', { name: 'Abmelden' }).click();
    await page.waitForURL(/\/anmelden$/);
    await page.goto(`${url}/vertraege`);
    await page.waitForURL(/\/anmelden\?weiter/);
  });

  it.each(SETTINGS)('goes by password, and tells when it is wrong, %j', async (options) => {
    book.clock.moveOn(3_600_000);
    const page = await fresh(options);
    await page.goto(`${url}/anmelden`);
    await signIn(page, 'ganz falsch geraten');
    await page.getByText('Mailadresse und Passwort passen nicht zusammen').waitFor();
    await holds(page.getByLabel('Mailadresse'), MAIL);
    await holds(page.getByLabel('Passwort', { exact: true }), '');
    await signIn(page, DEMO_PASSWORD);
    await page.waitForURL(`${url}/`);
  });

  it('goes by a link where the password was forgotten', async () => {
    const page = await fresh(SETTINGS[0]);
    await page.goto(url + (await resetPath()));
    await page.getByLabel('Neues Passwort').fill('passwort2026');
    await page.getByLabel('Noch einmal dasselbe').fill('passwort2026');
    await page.getByRole('button', { name: 'Passwort festlegen' }).click();
    await page.getByText('Dieses Passwort benutzen viele').first().waitFor();
    await page.getByLabel('Neues Passwort').fill(PASSWORD);
    await page.getByLabel('Noch einmal dasselbe').fill(PASSWORD);
    await page.getByRole('button', { name: 'Passwort festlegen' }).click();
    await page.getByText('Ihr neues Passwort gilt').waitFor();
    await signIn(page, PASSWORD);
    await page.waitForURL(`${url}/`);
  });

  it.each([{ width: 1366 }, { width: 390 }])('has no flaws for anybody, %j', async (options) => {
    const page = await open(options);
    await page.context().clearCookies();
    const link = await resetPath();
    for (const path of ['/anmelden', '/passwort-vergessen', '/passwort-vergessen/gesendet', link]) {
      await page.goto(url + path);
      expect([path, await flaws(page)]).toEqual([path, []]);
    }
    await page.goto(`${url}/anmelden`);
    await signIn(page, 'ganz falsch geraten');
    await page.getByText('passen nicht zusammen').waitFor();
    expect(await flaws(page)).toEqual([]);
  });
});
