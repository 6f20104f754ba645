import type { Browser, Page } from 'playwright-core';
import { paths } from '../../src/web/paths.js';
import { startWebApp, type WebApp } from '../web/web-app.js';
import { CUT, enterAmendment, RAISED } from '../web/notices/notice-walks.js';
import { beginForm } from '../web/form-walk.js';
import { complaints, describeInBrowser, flaws } from './browser.js';

/** An officer records what the Land has changed, and passes it on, with and without JavaScript. */

describeInBrowser('a changed notice', (browser) => {
  let book: WebApp;
  let url: string;

  beforeEach(async () => {
    book = await startWebApp({ environment: { RATE_LIMIT_PER_MINUTE: '0' } });
    url = await book.app.getUrl();
  }, 60_000);
  afterEach(() => book.close());

  const next = async (page: Page): Promise<void> => {
    const before = page.url();
    await page.getByRole('button', { name: 'Weiter', exact: true }).last().click();
    await page.waitForURL((address) => address.href !== before);
  };

  /** From 57.000 € to 58.500 € in mid-year: 9 × 57.000 + 9 × 58.500 = 1.039.500. */
  const recordRaise = async (page: Page): Promise<void> => {
    await page.goto(url + paths.notice('notice-kim-2-2025'));
    await page.getByRole('button', { name: 'Änderungsbescheid eintragen' }).click();
    await page.waitForURL(/\/bescheid$/);
    await next(page);
    await page.getByLabel('Bescheid vom').fill('20.06.2025');
    await next(page);
    await page.getByLabel('Wirksam ab').fill('01.07.2025');
    await next(page);
    await page.getByLabel('Bewilligter Betrag').fill('1.039.500,00');
    await next(page);
    const fill = async (place: number, texts: readonly (readonly [string, string])[]) => {
      const term = page.getByRole('group', { name: `Bestandteil ${place}` });
      for (const [label, text] of texts) await term.getByLabel(label, { exact: true }).fill(text);
    };
    await fill(1, [
      ['Menge', '9'],
      ['Betrag', '513.000,00'],
    ]);
    await page.getByRole('button', { name: 'Weiteren Bestandteil hinzufügen' }).click();
    await page.getByRole('group', { name: 'Bestandteil 2' }).waitFor();
    await fill(2, [
      ['Wofür', 'Fallmanagement ab Juli'],
      ['Menge', '9'],
      ['Betrag je Einheit', '58.500,00'],
      ['Betrag', '526.500,00'],
    ]);
    await next(page);
    await next(page);
    await page.getByText('Was das für die Verträge bedeutet').waitFor();
    await page.getByRole('button', { name: 'Eintragen' }).click();
    await page.waitForURL(/fertig$/);
  };

  it.each([true, false])(
    'is recorded, passed on in one step and found at the contract, JavaScript: %s',
    async (javaScriptEnabled) => {
      const page = await newPage(browser(), { width: 1366, javaScriptEnabled });
      const found = complaints(page);
      await recordRaise(page);
      await page.getByRole('link', { name: 'An Verträge weitergeben' }).click();
      await page.getByText('Für 6 Verträge entsteht eine neue Fassung.').waitFor();
      await page.getByRole('button', { name: 'Alle Änderungen entwerfen' }).click();
      await page.getByText('Die Änderungen sind entworfen.').waitFor();
      const north = page.locator('#vertrag-kim-north');
      await north.getByText('entworfen', { exact: true }).waitFor();
      await north.getByRole('link', { name: 'Zum Vertrag' }).click();
      await page.getByRole('heading', { name: /Weiterleitung im Nordkreis/ }).waitFor();
      expect(await page.getByText('Entwurf').count()).toBeGreaterThan(0);
      expect(found).toEqual([]);
      await page.context().close();
    },
    90_000,
  );

  it('opens the sheet of a figure with one click', async () => {
    const page = await newPage(browser(), { width: 1366 });
    await recordRaise(page);
    await page.goto(url + paths.flowDown(RAISED));
    const heading = page.locator('#blatt-luenen-kim-2-2025');
    expect(await heading.isVisible()).toBe(false);
    await page.locator('a[href="#blatt-luenen-kim-2-2025"]').first().click();
    await heading.waitFor({ state: 'visible' });
    await page.context().close();
  }, 90_000);
});

describeInBrowser('the pages of changed notices', (browser) => {
  let book: WebApp;
  let url: string;

  beforeAll(async () => {
    book = await startWebApp({ environment: { RATE_LIMIT_PER_MINUTE: '0' } });
    url = await book.app.getUrl();
    await enterAmendment(book, CUT);
    await (await beginForm(book, 'bescheid', { follows: 'notice-kim-2-2024' })).enter('Anschluss');
    const again = await beginForm(book, 'bescheid', { follows: 'notice-kim-3-2025' });
    expect((await again.enter('Anschluss')).status).toBe(303);
  }, 60_000);
  afterAll(() => book.close());

  const pages = [
    paths.notice(RAISED),
    paths.flowDown(RAISED),
    paths.notice('notice-kim-3-2026'),
    paths.followOn('notice-kim-3-2026'),
    paths.noticeWithdrawal('notice-kim-3-2026'),
    paths.noticeWithdrawal('notice-kim-2-2025'),
    `${paths.notices}?jahr=2025`,
  ];

  it('have no barrier, whatever is unfolded', async () => {
    const page = await newPage(browser(), { width: 1366 });
    for (const path of pages) {
      await page.goto(url + path);
      for (const details of await page.locator('main details').all()) {
        await details.locator('summary').click();
      }
      expect(await flaws(page)).toEqual([]);
    }
    await page.context().close();
  }, 60_000);

  it('have no barrier on any step of the form', async () => {
    const { id } = await beginForm(book, 'bescheid', { amends: 'notice-kim-1-2025' });
    const page = await newPage(browser(), { width: 1366 });
    const steps = ['bescheid', 'aktenzeichen', 'zeitraum?fehler=1', 'zeile-1', 'bestandteile-1'];
    for (const step of [...steps, 'offenes', 'pruefen']) {
      await page.goto(`${url}/entwuerfe/${id}/${step}`);
      expect(await flaws(page)).toEqual([]);
    }
    await page.context().close();
  }, 60_000);
});

async function newPage(
  browser: Browser,
  {
    width,
    javaScriptEnabled = true,
  }: { readonly width: number; readonly javaScriptEnabled?: boolean },
): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width, height: 900 },
    javaScriptEnabled,
  });
  return context.newPage();
}
