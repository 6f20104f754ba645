import type { Page } from 'playwright-core';
import { paths } from '../../src/web/paths.js';
import { startWebApp, type WebApp } from '../web/web-app.js';
import { endOccupancy } from '../web/what-if/vacated.js';
import { barriers, scrollsSideways } from './axe.js';
import { complaints, describeInBrowser } from './browser.js';
import { follow, holds, isGone, press, shows } from './reading.js';

const SETTINGS = [
  { width: 1366, javaScriptEnabled: true },
  { width: 1366, javaScriptEnabled: false },
  { width: 390, javaScriptEnabled: true },
  { width: 390, javaScriptEnabled: false },
] as const;
type Setting = (typeof SETTINGS)[number];

const HEADS = 'Stelle\tKennung\tvon\tbis\tAnteil';

/** Many occupancies at once, and VzÄ that move: at a desk and on a phone, with and without JavaScript. */
describeInBrowser('a change of many things at once', (open) => {
  let book: WebApp;
  let url: string;

  beforeAll(async () => {
    book = await startWebApp({ environment: { RATE_LIMIT_PER_MINUTE: '0' } });
    url = await book.app.getUrl();
    await endOccupancy(book, 'bergkamen-k2-2-2', '2025-06-30');
  });
  afterAll(() => book.close());

  const walk = async (setting: Setting, steps: (page: Page) => Promise<void>): Promise<void> => {
    const page = await open(setting);
    const found = complaints(page);
    await steps(page);
    // A refused form is answered with 422, which a browser notes.
    expect(found.filter((text) => !text.includes('422'))).toEqual([]);
  };

  const isSound = async (page: Page, { javaScriptEnabled }: Setting): Promise<void> => {
    expect(await scrollsSideways(page)).toBe(false);
    if (javaScriptEnabled) expect(await barriers(page)).toEqual([]);
  };

  it.each(SETTINGS.map((setting, index) => ({ ...setting, index })))(
    'pastes a range, puts a cell right in its place, and enters the whole, %j',
    ({ index, ...setting }) =>
      walk(setting, async (page) => {
        const key = `KAM-77F${index}`;
        const row = `KAM-KIM2-1\t${key}\t01.0${index + 1}.2022\t31.02.2022\t0,1`;
        await page.goto(url + paths.occupancies);
        await follow(page, 'Aus Tabelle einfügen');
        await page.getByLabel('Bereich aus der Tabelle').fill(`${HEADS}\tVertretung\n${row}\tja`);
        await press(page, 'Bereich prüfen');
        await page.getByRole('link', { name: /Zeile 2, Spalte bis/ }).click();
        await isSound(page, setting);
        await page.getByLabel('Zeile 2, von').fill('01.02.2022');
        await page.getByLabel('Zeile 2, bis').fill('28.02.2022');
        await press(page, 'Noch einmal prüfen');
        await page.getByRole('heading', { name: 'Was das an den Ansprüchen ändert' }).waitFor();
        await isSound(page, setting);
        await page.getByLabel('Grund der Änderung').fill('Meldung der Stadt Kamen');
        await press(page, /^1\sBesetzung eintragen$/);
        await page.getByText('1\u00a0Besetzung ist eingetragen.').waitFor();
        await shows(page.locator('#eingetragen'), key);
        await isSound(page, setting);
      }),
  );

  it.each(SETTINGS)(
    'asks what would be if VzÄ moved, keeps the question in the address, %j',
    (setting) =>
      walk(setting, async (page) => {
        await page.goto(`${url + paths.whatIf}?ab=01.07.2025`);
        await follow(page, /verschieben/i);
        await page.getByLabel('Nach').first().selectOption('awo-kim-2');
        await press(page, 'Wirkung zeigen');
        await page.waitForURL(/nach1=awo-kim-2/);
        await shows(page.locator('#partner-2025'), '85.500,00');
        await isSound(page, setting);
        await page.goto(page.url());
        await holds(page.getByLabel('Nach').first(), 'awo-kim-2');
        await follow(page, /^Entfernen/);
        await page.waitForURL((address) => !address.search.includes('awo-kim-2'));
        await isGone(page.getByRole('heading', { name: 'Was das bewirkt' }));
      }),
  );

  it('drafts what was asked, and leads to each draft', () =>
    walk({ width: 1366, javaScriptEnabled: false }, async (page) => {
      const asked = 'ab=01.07.2025&von1=bergkamen-kim-2&nach1=awo-kim-2&vzae1=0,5';
      await page.goto(`${url + paths.whatIf}?${asked}`);
      await page.getByLabel('Grund der Änderung').fill('Bleibt unbesetzt');
      await press(page, /^2\sÄnderungen entwerfen$/);
      await page.getByText('2\u00a0Änderungen sind entworfen.').waitFor();
      await follow(page, /AWO/);
      await page.waitForURL(/vertraege\/kim-awo\?fassung=3/);
    }));
});
