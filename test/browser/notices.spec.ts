import type { Page } from 'playwright-core';
import { paths } from '../../src/web/paths.js';
import { startWebApp, type WebApp } from '../web/web-app.js';
import { CUT, enterAmendment, RAISED } from '../web/notices/notice-walks.js';
import { beginForm } from '../web/form-walk.js';
import { flaws } from './axe.js';
import { complaints, describeInBrowser } from './browser.js';
import { follow, leads, press } from './reading.js';

/** An officer records what the Land has changed, and passes it on, with and without JavaScript. */

describeInBrowser('a changed notice', (open) => {
  let book: WebApp;
  let url: string;

  beforeEach(async () => {
    book = await startWebApp({ environment: { RATE_LIMIT_PER_MINUTE: '0' } });
    url = await book.app.getUrl();
  });
  afterEach(() => book.close());

  const next = async (page: Page): Promise<void> => {
    const before = page.url();
    await press(page, 'Weiter');
    await page.waitForURL((address) => address.href !== before);
  };

  /** From 57.000 € to 58.500 € in mid-year: 9 × 57.000 + 9 × 58.500 = 1.039.500. */
  const recordRaise = async (page: Page): Promise<void> => {
    await page.goto(url + paths.notice('notice-kim-2-2025'));
    await press(page, 'Änderungsbescheid eintragen');
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
    await press(page, 'Weiteren Bestandteil hinzufügen');
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
    await press(page, 'Eintragen');
    await page.waitForURL(/fertig$/);
  };

  it.each([true, false])(
    'is recorded, passed on in one step and found at the contract, JavaScript: %s',
    async (javaScriptEnabled) => {
      const page = await open({ javaScriptEnabled });
      const found = complaints(page);
      await recordRaise(page);
      await follow(page, 'An Verträge weitergeben');
      await page.getByText('Für 6 Verträge entsteht eine neue Fassung.').waitFor();
      await press(page, 'Alle Änderungen entwerfen');
      await page.getByText('Die Änderungen sind entworfen.').waitFor();
      const north = page.locator('#vertrag-kim-north');
      await north.getByText('entworfen', { exact: true }).waitFor();
      await leads(page, north.getByRole('link', { name: 'Zum Vertrag' }));
      await page.getByRole('heading', { name: /Weiterleitung im Nordkreis/ }).waitFor();
      await page.getByText('Entwurf').first().waitFor();
      expect(found).toEqual([]);
    },
  );

  it('opens the sheet of a figure with one click', async () => {
    const page = await open();
    await recordRaise(page);
    await page.goto(url + paths.flowDown(RAISED));
    const heading = page.locator('#blatt-luenen-kim-2-2025');
    await heading.waitFor({ state: 'hidden' });
    await page.locator('a[href="#blatt-luenen-kim-2-2025"]').first().click();
    await heading.waitFor({ state: 'visible' });
  });
});

describeInBrowser('the pages of changed notices', (open) => {
  let book: WebApp;
  let url: string;

  beforeAll(async () => {
    book = await startWebApp({ environment: { RATE_LIMIT_PER_MINUTE: '0' } });
    url = await book.app.getUrl();
    await enterAmendment(book, CUT);
    await (await beginForm(book, 'bescheid', { follows: 'notice-kim-2-2024' })).enter('Anschluss');
    const again = await beginForm(book, 'bescheid', { follows: 'notice-kim-3-2025' });
    expect((await again.enter('Anschluss')).status).toBe(303);
  });
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
    const page = await open();
    for (const path of pages) {
      await page.goto(url + path);
      for (const details of await page.locator('main details').all()) {
        await details.locator('summary').click();
      }
      expect(await flaws(page)).toEqual([]);
    }
  });

  it('have no barrier on any step of the form', async () => {
    const { id } = await beginForm(book, 'bescheid', { amends: 'notice-kim-1-2025' });
    const page = await open();
    const steps = ['bescheid', 'aktenzeichen', 'zeitraum?fehler=1', 'zeile-1', 'bestandteile-1'];
    for (const step of [...steps, 'offenes', 'pruefen']) {
      await page.goto(`${url}/entwuerfe/${id}/${step}`);
      expect(await flaws(page)).toEqual([]);
    }
  });
});
