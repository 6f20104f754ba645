import type { Page } from 'playwright-core';
import { paths } from '../../src/web/paths.js';
import { freePort } from '../support/free-port.js';
import { oidcServer, type OidcServer } from '../support/oidc-server.js';
import { startWebApp, type WebApp } from '../web/web-app.js';
import { flaws } from './axe.js';
import { complaints, describeInBrowser } from './browser.js';
import { follow, isGone, isTitled, leads, press, shows } from './reading.js';

const HOUSE = 'Mit dem Konto des Hauses anmelden';
const ANNA = { name: 'Anna Ćosić', email: 'anna@kreis.example', email_verified: true };
const GROUPS = {
  claims: { openid: ['sub'], profile: ['name', 'groups'], email: ['email', 'email_verified'] },
};

/** A desk with scripts, and a phone without. */
const SETTINGS = [{ width: 1366 }, { width: 390, javaScriptEnabled: false }] as const;

describeInBrowser('the way in by the directory of the office', (open) => {
  const anna: Record<string, unknown> = { ...ANNA };
  let directory: OidcServer;
  let book: WebApp;
  let url: string;

  beforeAll(async () => {
    const port = await freePort();
    url = `http://127.0.0.1:${port}`;
    directory = await oidcServer({
      accounts: { anna },
      redirectUrl: url + paths.directoryAnswer,
      configuration: GROUPS,
    });
    book = await startWebApp({
      as: 'nobody',
      port,
      environment: {
        ...{ BOOK: 'empty', PUBLIC_URL: url, OIDC_ISSUER: directory.issuer },
        ...{ OIDC_CLIENT_ID: directory.clientId, OIDC_CLIENT_SECRET: directory.clientSecret },
        OIDC_GROUPS: 'foerderung=officer,leitung=approver',
      },
    });
  });
  afterAll(async () => {
    await book.close();
    await directory.stop();
  });
  beforeEach(() => {
    anna['groups'] = ['foerderung', 'leitung'];
  });

  /** A window in which nobody has signed in, neither at the book nor at the directory. */
  const fresh = async (options: (typeof SETTINGS)[number] = SETTINGS[0]): Promise<Page> => {
    const page = await open(options);
    await page.context().clearCookies();
    // The provider's pages ask for a font from far away.
    await page.route(/^https:/, (route) => route.fulfill({ body: '' }));
    return page;
  };

  const atDirectory = async (page: Page): Promise<void> => {
    await page.getByRole('button', { name: HOUSE }).click();
    await page.waitForURL(`${directory.issuer}/**`);
    await shows(page.locator('body'), 'Sign-in');
  };

  const signsIn = async (page: Page): Promise<void> => {
    await atDirectory(page);
    await page.locator('[name=login]').fill('anna');
    await page.locator('[name=password]').fill('gleich');
    await leads(page, page.getByRole('button', { name: 'Sign-in' }));
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.waitForURL(`${url}/**`);
  };

  it.each(SETTINGS)('leads there and back to the page that was asked for, %j', async (options) => {
    const page = await fresh(options);
    const found = complaints(page);
    await page.goto(url + paths.contracts);
    await isTitled(page, 'Anmelden');
    if (options.width === 1366) expect(await flaws(page)).toEqual([]);
    await signsIn(page);
    await page.waitForURL(url + paths.contracts);
    await isTitled(page, 'Verträge');
    await page.goto(url + paths.ownAccount);
    await shows(page.getByRole('main'), 'Sie melden sich mit dem Konto des Hauses an.');
    await shows(page.getByRole('main'), 'Anna Ćosić');
    await shows(page.getByRole('main'), /Sachbearbeitung.*Anordnung/s);
    expect(found).toEqual([]);
  });

  it('takes a role away with its group, also in the window that was open before', async () => {
    const before = await fresh();
    await before.goto(url + paths.contracts);
    await signsIn(before);
    await shows(before.getByRole('banner'), 'Anordnung');
    anna['groups'] = ['foerderung'];
    const after = await fresh();
    await after.goto(url + paths.contracts);
    await signsIn(after);
    await shows(after.getByRole('banner'), 'Sachbearbeitung');
    await isGone(after.getByRole('banner').getByText('Anordnung'));
    await before.goto(url + paths.positions);
    await isTitled(before, 'Anmelden');
  });

  it('ends with the last group, in words that help', async () => {
    const before = await fresh();
    await before.goto(url + paths.contracts);
    await signsIn(before);
    await isTitled(before, 'Verträge');
    anna['groups'] = ['alle'];
    const after = await fresh();
    await after.goto(url + paths.contracts);
    await signsIn(after);
    await shows(after.getByRole('main'), 'für das Buch nicht freigegeben');
    expect(await flaws(after)).toEqual([]);
    await after.goto(url + paths.contracts);
    await isTitled(after, 'Anmelden');
    await before.goto(url + paths.positions);
    await isTitled(before, 'Anmelden');
  });

  it('leads back, and says so, where somebody gives up there', async () => {
    const page = await fresh();
    await page.goto(url + paths.contracts);
    await atDirectory(page);
    await follow(page, /Cancel/);
    await page.waitForURL(`${url}/**`);
    await isTitled(page, 'Anmelden');
    await shows(page.getByRole('main'), 'Verzeichnis');
  });

  it('leads out of the book again; what was shown does not come back', async () => {
    const page = await fresh();
    await page.goto(url + paths.contracts);
    await signsIn(page);
    await isTitled(page, 'Verträge');
    await press(page, 'Abmelden');
    await isTitled(page, 'Anmelden');
    await page.goBack();
    await isTitled(page, 'Anmelden');
    await page.goto(url + paths.contracts);
    await isTitled(page, 'Anmelden');
  });
});
