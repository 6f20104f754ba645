import type { Page } from 'playwright-core';
import { ChangeRightsUseCase } from '../../src/identity/people/change-rights.use-case.js';
import { PeopleQueries } from '../../src/identity/people/people.queries.js';
import { paths } from '../../src/web/paths.js';
import { startWebApp, type WebApp } from '../web/web-app.js';
import { flaws } from './axe.js';
import { complaints, describeInBrowser } from './browser.js';
import { holds, isGone, isTitled, leads, press, shows } from './reading.js';

/** Sessions as people live with them: they end, they change, and two sit side by side. */

const OFFICER = 'sachbearbeitung@kreis-unna.example';
const APPROVER = 'anordnung-1@kreis-unna.example';
const TREASURY = 'kasse-1@kreis-unna.example';
const NUMBER = '154100';
/** A form that saves nothing by itself; each test takes an account of its own. */
const formOf = (key: string): string => paths.accountNumber(key);

describeInBrowser('a session in a browser', (open) => {
  let book: WebApp;
  let url: string;
  let now = Date.parse('2026-03-02T08:00:00.000Z');

  beforeAll(async () => {
    book = await startWebApp({ as: 'nobody', environment: { RATE_LIMIT_PER_MINUTE: '0' } });
    url = await book.app.getUrl();
  });
  afterAll(() => book.close());

  const later = async (minutes: number, ...pages: readonly Page[]): Promise<void> => {
    now += minutes * 60_000;
    book.clock.moveTo(new Date(now).toISOString());
    for (const page of pages) await page.clock.fastForward(minutes * 60_000);
  };
  const chooses = async (page: Page, mail: string): Promise<void> => {
    const person = await book.app.get(PeopleQueries).byMail(mail);
    await leads(page, page.locator(`form:has(input[value="${person?.id ?? ''}"]) button`));
  };
  const signsIn = async (page: Page, mail: string, path = '/'): Promise<void> => {
    await page.context().clearCookies();
    await page.goto(url + path);
    await isTitled(page, 'Anmelden');
    await chooses(page, mail);
  };
  const fillsIn = async (page: Page): Promise<void> => {
    await page.getByLabel('Sachkonto').fill(NUMBER);
    await page.getByLabel('Grund').fill('Kontenplan der Kämmerei');
  };
  const isEntered = (page: Page): Promise<void> => shows(page.getByRole('main'), NUMBER);
  const box = (page: Page) => page.getByRole('alertdialog');

  it('warns three minutes before it ends, and goes on with a click, in all windows', async () => {
    const page = await open();
    await page.clock.install();
    await signsIn(page, TREASURY, formOf('land-claims'));
    const second = await page.context().newPage();
    await second.clock.install();
    await second.goto(url + paths.positions);
    await later(27, page, second);
    await shows(box(page), 'Ihre Sitzung endet in 3 Minuten');
    await shows(box(second), 'Ihre Sitzung endet in 3 Minuten');
    expect(await flaws(page)).toEqual([]);
    const stay = page.getByRole('button', { name: 'Angemeldet bleiben' });
    await page.locator('button:focus', { hasText: 'Angemeldet bleiben' }).waitFor();
    await stay.click();
    await isGone(box(page));
    await isGone(box(second));
    await later(20, page, second);
    await isGone(box(page));
    await second.close();
  });

  it('keeps what is typed when it ends, and sends it once its author is back', async () => {
    const page = await open();
    const found = complaints(page);
    await page.clock.install();
    await signsIn(page, TREASURY, formOf('commitments'));
    await fillsIn(page);
    await later(31, page);
    await shows(box(page), 'Ihre Sitzung ist zu Ende');
    expect(await flaws(page)).toEqual([]);
    const [beside] = await Promise.all([
      page.waitForEvent('popup'),
      page.getByRole('link', { name: 'Neu anmelden' }).click(),
    ]);
    await isTitled(beside, 'Anmelden');
    await chooses(beside, TREASURY);
    await isTitled(beside, 'Sie sind wieder angemeldet');
    expect(await flaws(beside)).toEqual([]);
    await beside.close();
    await isGone(box(page));
    await holds(page.getByLabel('Sachkonto'), NUMBER);
    await press(page, 'Eintragen');
    await isEntered(page);
    expect(found.filter((text) => !/favicon|422/.test(text))).toEqual([]);
  });

  it('goes on saving a draft after signing in again', async () => {
    const page = await open();
    await page.clock.install();
    await signsIn(page, OFFICER, paths.partner('luenen'));
    await press(page, 'Berichtigen');
    await page.waitForURL(/entwuerfe\/.*\/name/);
    await page.context().clearCookies();
    await page.getByLabel('Kurzname').fill('Lünen neu');
    await later(0.1, page);
    await shows(page.locator('[data-state]'), 'Bitte melden Sie sich in einem neuen Fenster an');
    await shows(box(page), 'Ihre Sitzung ist zu Ende');
    const [beside] = await Promise.all([
      page.waitForEvent('popup'),
      page.getByRole('link', { name: 'Neu anmelden' }).click(),
    ]);
    await isTitled(beside, 'Anmelden');
    await chooses(beside, OFFICER);
    await isTitled(beside, 'Sie sind wieder angemeldet');
    await beside.close();
    await later(0.1, page);
    await shows(page.locator('[data-state]'), 'Entwurf gespeichert um');
    await holds(page.getByLabel('Kurzname'), 'Lünen neu');
  });

  it('loses nothing without JavaScript', async () => {
    const page = await open({ javaScriptEnabled: false });
    await signsIn(page, TREASURY, formOf('in-transit'));
    await shows(page.getByRole('contentinfo'), 'Ihre Sitzung endet um');
    await fillsIn(page);
    await later(31);
    await press(page, 'Eintragen');
    await isTitled(page, 'Anmelden');
    await chooses(page, TREASURY);
    await isTitled(page, 'Ihre Eingaben sind noch da');
    await press(page, 'Noch einmal abschicken');
    await isEntered(page);
  });

  it('shows what was kept without barriers', async () => {
    const page = await open();
    await signsIn(page, TREASURY, formOf('forwarded'));
    await fillsIn(page);
    await later(31);
    await press(page, 'Eintragen');
    await chooses(page, TREASURY);
    await isTitled(page, 'Ihre Eingaben sind noch da');
    expect(await flaws(page)).toEqual([]);
    await press(page, 'Eingaben verwerfen');
    await isTitled(page, 'Übersicht');
  });

  it('leaves nothing of the book behind when somebody signs out', async () => {
    const page = await open();
    await signsIn(page, OFFICER, paths.contracts);
    await isTitled(page, 'Verträge');
    await page.goto(url + paths.positions);
    await isTitled(page, 'Stellen');
    await leads(page, page.getByRole('button', { name: 'Abmelden' }).first());
    await isTitled(page, 'Anmelden');
    await page.goBack();
    await isTitled(page, 'Anmelden');
    await page.goBack();
    await isTitled(page, 'Anmelden');
  });

  it('ends where somebody gets another role', async () => {
    const page = await open();
    await signsIn(page, APPROVER, paths.contracts);
    const people = book.app.get(PeopleQueries);
    const approver = await people.byMail(APPROVER);
    const change = { by: 'system:console', reason: 'Wechsel', key: 'limits-rights', expected: 1 };
    await book.app
      .get(ChangeRightsUseCase)
      .execute(change, approver?.id ?? '', { roles: ['officer'] });
    await page.goto(url + paths.contracts);
    await isTitled(page, 'Anmelden');
    await chooses(page, APPROVER);
    await shows(page.getByRole('banner'), 'Sachbearbeitung');
    await isTitled(page, 'Verträge');
  });

  it('is one for each window of two people', async () => {
    const [one, other] = [await open(), await open()];
    await signsIn(one, OFFICER, paths.notice('notice-kim-2-2025'));
    await signsIn(other, TREASURY, paths.notice('notice-kim-2-2025'));
    await one.getByRole('button', { name: 'Berichtigen' }).waitFor();
    await isTitled(other, /KIM/);
    await isGone(other.getByRole('button', { name: 'Berichtigen' }));
    await leads(one, one.getByRole('button', { name: 'Abmelden' }).first());
    await other.goto(url + paths.closings);
    await other.getByRole('link', { name: 'Monat abschließen' }).waitFor();
    await shows(other.getByRole('banner'), 'Kasse');
  });
});
