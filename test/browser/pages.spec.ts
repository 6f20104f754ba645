import type { Page } from 'playwright-core';
import { paths } from '../../src/web/paths.js';
import { startWebApp, type WebApp } from '../web/web-app.js';
import { flaws, flawsOnPhone } from './axe.js';
import { complaints, describeInBrowser } from './browser.js';
import { follow, press } from './reading.js';

const PAGES = [
  paths.overview,
  `${paths.overview}?jahr=2023&stand=31.02.2023`,
  paths.notices,
  paths.partners,
  paths.partner('luenen'),
  `${paths.partner('schwerte')}?jahr=2024`,
  paths.takeOvers,
  paths.takeOver('kim-2023'),
  paths.takeOverWithdrawal('kim-2023'),
  paths.drafts,
  paths.contracts,
  paths.lines,
  `${paths.lines}?suche=xyzzy`,
  paths.contract('kim-cities'),
  paths.contractComparison('kim-cities', 2, 3),
  paths.positions,
  paths.occupancies,
  `${paths.occupancies}?suche=kim&hinweis=gap&sortierung=von&richtung=ab`,
  paths.occupancyPaste,
  `${paths.whatIf}?ab=01.03.2025`,
  paths.position('luenen-k2-1'),
  paths.calculationSheet('luenen-k2-1', 2023),
  paths.entitlements,
  `${paths.entitlements}?seite=2`,
  paths.journal,
  `${paths.journal}?konto=land-claims&von=31.02.2025`,
  paths.entryByHand,
  paths.accounts,
  `${paths.account('commitments')}?jahr=2025&von=01.01.2024`,
  paths.accountNumber('cash'),
  paths.closings,
  paths.closingStep,
  paths.calculators,
  `${paths.shareCalculator}?satz=57.000,00&vzae=0,5&von=15.03.2023&bis=31.12.2023&verfahren=calendar-month`,
  `${paths.interestCalculator}?betrag=1,234.56&von=31.02.2023&bis=15.11.2024&grundlage=agreed&zinstage=act/act`,
  `${paths.deadlineCalculator}?datum=15.01.2023&art=frist`,
  `${paths.splitCalculator}?summe=100,00&gewichte=1%0A1%0A1`,
  paths.accessibility,
  paths.glossary,
  paths.privacy,
  paths.imprint,
] as const;
const ERROR_PAGE = '/gibt-es-nicht';

/** One of each look that a page has on a phone: charts, lists and tables as cards, forms, papers. */
const ON_PHONE = [
  paths.overview,
  paths.notices,
  paths.contract('kim-cities'),
  `${paths.occupancies}?suche=kim`,
  paths.position('luenen-k2-1'),
  `${paths.journal}?konto=land-claims`,
  paths.accounts,
  paths.entryByHand,
  paths.closings,
  `${paths.deadlineCalculator}?datum=morgen&art=frist`,
  ERROR_PAGE,
] as const;

describeInBrowser('the pages in a browser', (open) => {
  let book: WebApp;
  let url: string;
  /** One window for all that is only looked at. */
  let looking: Page;
  let found: readonly string[];

  beforeAll(async () => {
    book = await startWebApp({ environment: { RATE_LIMIT_PER_MINUTE: '0' } });
    url = await book.app.getUrl();
    looking = await open();
    found = complaints(looking);
  });
  afterAll(() => book.close());

  it.each([...PAGES, ERROR_PAGE])('finds no barrier and no complaint on %s', async (path) => {
    const before = found.length;
    await looking.goto(url + path);
    expect(await flaws(looking)).toEqual([]);
    if (path !== ERROR_PAGE) expect(found.slice(before)).toEqual([]);
  });

  it.each(ON_PHONE)('finds no barrier on a phone by any rule on %s', async (path) => {
    await looking.goto(url + path);
    expect(await flawsOnPhone(looking)).toEqual([]);
  });

  it('opens and closes the menu of a phone', async () => {
    const page = await open({ width: 390 });
    await page.goto(url + paths.closings);
    const entry = page.getByRole('link', { name: 'Bescheide', exact: true });
    await entry.waitFor({ state: 'hidden' });
    await page.getByRole('button', { name: 'Menü' }).click();
    await entry.waitFor();
    expect(await flawsOnPhone(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await entry.waitFor({ state: 'hidden' });
  });

  it('opens and closes the menu of a phone without JavaScript', async () => {
    const page = await open({ width: 390, javaScriptEnabled: false });
    await page.goto(url);
    const entry = page.getByRole('link', { name: 'Bescheide', exact: true });
    await entry.waitFor({ state: 'hidden' });
    await page.getByRole('button', { name: 'Menü' }).click();
    await entry.waitFor();
    await page.keyboard.press('Escape');
    await entry.waitFor({ state: 'hidden' });
  });

  it('leads from the keyboard to the content, and computes without JavaScript', async () => {
    const page = await open({ javaScriptEnabled: false });
    await page.goto(url + paths.shareCalculator);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.waitForURL(/#inhalt/);
    await follow(page, 'Mit Beispiel ausfüllen');
    await press(page, 'Berechnen');
    await page.getByText('22.677,42').first().waitFor();
  });

  it('moves the focus to the summary of what is wrong', async () => {
    const page = await open();
    await page.goto(`${url + paths.deadlineCalculator}?datum=morgen&art=frist`);
    await page.locator('[data-error-summary]:focus').waitFor();
    await page.getByRole('link', { name: /Geben Sie einen Tag an/ }).click();
    await page.waitForURL(/#datum/);
  });

  it('shows another year as soon as it is chosen', async () => {
    const page = await open();
    await page.goto(url);
    await page.getByText('ändern').click();
    await page.getByLabel('Förderjahr', { exact: true }).selectOption('2023');
    await page.waitForURL(/jahr=2023/);
    await page.getByRole('heading', { name: 'Weg des Geldes 2023' }).waitFor();
  });
});
