import type { Page } from 'playwright-core';
import { paths } from '../../src/web/paths.js';
import { startWebApp, type WebApp } from '../web/web-app.js';
import { barriers, flaws } from './axe.js';
import { complaints, describeInBrowser } from './browser.js';
import { follow, holds, isGone, leads, leadsByKey, press, shows } from './reading.js';

/** Posts and who fills them, kept in a real browser: the gap closes before anything is saved. */

describeInBrowser('keeping posts and occupancies', (open) => {
  let book: WebApp;
  let url: string;

  beforeAll(async () => {
    book = await startWebApp({ environment: { RATE_LIMIT_PER_MINUTE: '0' } });
    url = await book.app.getUrl();
  });
  afterAll(() => book.close());

  const KAMEN = `${paths.position('kamen-k2-1')}?jahr=2025`;
  const BERGKAMEN = `${paths.position('bergkamen-k2-2')}?jahr=2023`;

  const reads = (page: Page, text: string) => page.getByText(text).first().waitFor();
  const year = (page: Page, of: string) => page.getByRole('row', { name: new RegExp(`^${of} `) });

  it('fills a vacant post, and shows the gap close while somebody types', async () => {
    const page = await open();
    const found = complaints(page);
    await page.goto(url + KAMEN);
    await shows(year(page, '2025'), '42.750,00');
    await press(page, 'Besetzen: ab 01.02.2025');
    await page.waitForURL(/person/);
    await page.getByLabel('Personenkennung').fill('KAM-77A1');
    await reads(page, 'Diese Kennung ist neu im Buch.');
    await press(page, 'Weiter');
    await page.waitForURL(/zeit/);
    await holds(page.getByLabel('Erster Tag'), '01.02.2025');
    await page.getByLabel('Letzter Tag').fill('31.03.2025');
    await reads(page, 'Vom 01.04.2025 bis zum 30.04.2025 sind 1,0 VzÄ der Stelle unbesetzt.');
    await page.getByLabel('Letzter Tag').fill('31.05.2025');
    await reads(page, 'Am 01.05.2025 wären 2,0 VzÄ besetzt');
    await page.getByLabel('Letzter Tag').fill('30.04.2025');
    await reads(page, 'Damit ist die Stelle 2025 ohne Lücke besetzt.');
    await reads(page, '+14.250,00');
    expect(await barriers(page)).toEqual([]);
    await press(page, 'Weiter');
    await page.waitForURL(/unbezahlt/);
    await press(page, 'Weiter');
    await page.waitForURL(/pruefen/);
    await page.getByText('So kommen').first().click();
    await page.locator('details[open]').getByText('Grundlage').waitFor();
    await page.getByLabel('Grund der Änderung').fill('Nachgemeldet');
    await press(page, 'Eintragen');
    await page.waitForURL(/fertig/);
    await page.goto(url + KAMEN);
    await shows(year(page, '2025'), '57.000,00');
    expect(found.filter((text) => !text.includes('favicon'))).toEqual([]);
  });

  it('corrects it late, and shows each day as it was known', async () => {
    book.clock.moveTo('2026-03-03T08:00:00.000Z');
    const page = await open();
    await page.goto(url + KAMEN);
    await press(page, 'Berichtigen: KAM-77A1');
    await page.waitForURL(/person/);
    await press(page, 'Weiter');
    await page.getByLabel('Erster Tag').fill('01.03.2025');
    await reads(page, '−4.750,00');
    await press(page, 'Weiter');
    await page.waitForURL(/unbezahlt/);
    await press(page, 'Weiter');
    await page.waitForURL(/pruefen/);
    await page.getByLabel('Grund der Änderung').fill('Beginn falsch gemeldet');
    await press(page, 'Eintragen');
    await page.waitForURL(/fertig/);
    await page.goto(url + KAMEN);
    await shows(year(page, '2025'), '52.250,00');
    await reads(page, 'Beginn falsch gemeldet');
    await leads(page, page.locator('tr', { hasText: 'Nachgemeldet' }).getByRole('link'));
    await page.waitForURL(/bekannt=02\.03\.2026/);
    await shows(year(page, '2025'), '57.000,00');
    await isGone(page.getByText('Beginn falsch gemeldet'));
    await isGone(page.getByRole('button', { name: 'Verlagern' }));
  });

  it('fills a vacant post without JavaScript', async () => {
    const page = await open({ javaScriptEnabled: false });
    await page.goto(url + BERGKAMEN);
    await shows(year(page, '2023'), '42.750,00');
    await press(page, 'Besetzung eintragen');
    await page.waitForURL(/person/);
    await page.getByLabel('Personenkennung').fill('BER-77A1');
    await leadsByKey(page, 'Enter');
    await page.waitForURL(/zeit/);
    await page.getByLabel('Erster Tag').fill('01.07.2023');
    await page.getByLabel('Letzter Tag').fill('30.09.2023');
    await press(page, 'Speichern und prüfen');
    await reads(page, 'Damit ist die Stelle 2023 ohne Lücke besetzt.');
    await reads(page, '+14.250,00');
    await press(page, 'Prüfen');
    await page.waitForURL(/pruefen/);
    await press(page, 'Eintragen');
    await page.waitForURL(/fertig/);
    await page.goto(url + BERGKAMEN);
    await shows(year(page, '2023'), '57.000,00');
  });

  it('moves a post, with both lines at sight', async () => {
    const page = await open();
    await page.goto(url + paths.position('luenen-k2-2'));
    await press(page, 'Verlagern');
    await page.waitForURL(/tag/);
    await page.getByLabel('Erster Tag am neuen Platz').fill('01.07.2025');
    await press(page, 'Weiter');
    await page.waitForURL(/ziel/);
    await page.getByLabel('Zeile des Vertrags').selectOption('bergkamen-kim-2');
    await page.getByLabel('Arbeitsort').fill('Bergkamen');
    await reads(page, 'In der Zeile fehlen');
    await page.getByLabel('Zeile des Vertrags').selectOption('luenen-kim-2');
    await page.getByLabel('Arbeitsort').fill('Selm');
    await reads(page, 'Am Anspruch ändert sich nichts.');
    await press(page, 'Weiter');
    await page.waitForURL(/pruefen/);
    await press(page, 'Eintragen');
    await page.waitForURL(/fertig/);
    await follow(page, 'Zur Stelle am neuen Platz');
    await reads(page, 'seit 01.07.2025');
  });

  it('has no barrier on any of its pages', async () => {
    const page = await open();
    const found = complaints(page);
    const check = async (path: string): Promise<void> => {
      await page.goto(url + path);
      expect(await flaws(page)).toEqual([]);
    };
    await check(KAMEN);
    await check(BERGKAMEN);
    await check(paths.occupancyWithdrawal('kamen-k2-1-1'));
    for (const { from, button, steps } of FORMS) {
      await page.goto(url + from);
      await leads(page, page.getByRole('button', { name: button, exact: true }).first());
      await page.waitForURL(/entwuerfe\/(offen|[0-9A-Z]{26})/);
      if (page.url().includes('offen')) await press(page, 'Neu beginnen');
      await page.waitForURL(/entwuerfe\/[0-9A-Z]{26}/);
      const draft = new URL(page.url()).pathname.split('/').slice(0, 3).join('/');
      for (const step of steps) await check(`${draft}/${step}`);
    }
    expect(found.filter((text) => !text.includes('favicon'))).toEqual([]);
  });
});

const FORMS = [
  {
    from: paths.occupancies,
    button: 'Besetzung eintragen',
    steps: ['stelle', 'person?fehler=1', 'zeit?fehler=1', 'unbezahlt', 'pruefen'],
  },
  {
    from: paths.position('boenen-k2-1'),
    button: 'Berichtigen: BOE-C39B',
    steps: ['person', 'zeit', 'unbezahlt', 'pruefen'],
  },
  {
    from: paths.positions,
    button: 'Stelle eintragen',
    steps: ['bezahlung', 'bezeichnung?fehler=1', 'zeit', 'ort', 'pruefen'],
  },
  {
    from: paths.position('boenen-k2-1'),
    button: 'Berichtigen',
    steps: ['bezahlung', 'bezeichnung', 'pruefen'],
  },
  { from: paths.position('boenen-k2-1'), button: 'Verlagern', steps: ['tag', 'ziel', 'pruefen'] },
] as const;
