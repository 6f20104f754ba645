import type { Page } from 'playwright-core';
import { PeopleQueries } from '../../src/identity/people/people.queries.js';
import { Sessions } from '../../src/identity/sessions/sessions.js';
import { paths } from '../../src/web/paths.js';
import { startWebApp, type WebApp } from '../web/web-app.js';
import { flaws } from './axe.js';
import { complaints, describeInBrowser, type WindowOptions } from './browser.js';
import { follow, isGone, isTitled, leads, press } from './reading.js';

const SETTINGS = [
  { width: 1366, javaScriptEnabled: true },
  { width: 390, javaScriptEnabled: false },
] as const;

describeInBrowser('a journey with four eyes', (open) => {
  let book: WebApp;
  let url: string;

  beforeAll(async () => {
    book = await startWebApp({ as: 'nobody', environment: { RATE_LIMIT_PER_MINUTE: '0' } });
    url = await book.app.getUrl();
  });
  afterAll(() => book.close());

  /** A window in which somebody of the office has signed in. */
  const windowOf = async (box: string, options: WindowOptions): Promise<Page> => {
    const person = await book.app.get(PeopleQueries).byMail(`${box}@kreis-unna.example`);
    if (person === undefined) throw new Error(`no demo account ${box}`);
    const origin = { address: '127.0.0.1', browser: 'Tests' };
    const { secret } = await book.app.get(Sessions).open(person.id, 'demo', origin);
    const page = await open(options);
    await page.context().addCookies([{ name: 'wb-sitzung', value: secret, url }]);
    return page;
  };

  it.each(SETTINGS)(
    'leads an entry by hand over two approvers to a clear Übersicht, %j',
    async (options) => {
      const officer = await windowOf('sachbearbeitung', options);
      const found = complaints(officer);
      await officer.goto(url + paths.entryByHand);
      const row = (number: number) => officer.getByRole('group', { name: `${number}. Zeile` });
      await officer.getByLabel('Grund').fill(`Klärung ${options.width}`);
      await row(1).getByLabel('Konto').selectOption('cash');
      await row(1).getByLabel('Soll').fill('12,34');
      await row(2).getByLabel('Konto').selectOption('unallocated');
      await row(2).getByLabel('Haben').fill('12,34');
      await leads(officer, officer.locator('.wb-actions').getByRole('button', { name: 'Ansehen' }));
      await press(officer, 'Buchen');
      await officer.getByText('Sie haben diese Buchung selbst erfasst.').waitFor();

      for (const box of ['anordnung-1', 'anordnung-2']) {
        const approver = await windowOf(box, options);
        await approver.goto(`${url}${paths.countersigning}`);
        expect(await flawsOf(approver, options)).toEqual([]);
        await follow(approver, /^Nr\./);
        expect(await flawsOf(approver, options)).toEqual([]);
        await press(approver, 'Geprüft und gegengezeichnet');
        await approver
          .getByText(/Sie haben gegengezeichnet|stehen für diese Buchung ein/)
          .waitFor();
      }
      await officer.goto(url + paths.overview);
      await isTitled(officer, 'Übersicht');
      await isGone(officer.getByText('noch nicht gegengezeichnet'));
      expect(found).toEqual([]);
    },
  );

  it.each(SETTINGS)('lends a role by two administrators, %j', async (options) => {
    const asking = await windowOf('verwaltung-1', options);
    await asking.goto(url + paths.breakGlass);
    await press(asking, 'Notzugang beantragen');
    await asking.getByText('Vier Angaben stimmen noch nicht').waitFor();
    expect(await flawsOf(asking, options)).toEqual([]);
    await asking
      .getByLabel('Wer soll handeln?')
      .selectOption({ label: 'Sabine Vogt (Sachbearbeitung)' });
    await asking.getByLabel('Rolle').selectOption('controller');
    await asking.getByLabel('Stunden').fill('2');
    await asking.getByLabel('Grund').fill('Meldetermin heute, niemand im Controlling');
    await press(asking, 'Notzugang beantragen');
    await asking.getByText('wartet auf Zustimmung').waitFor();

    const agreeing = await windowOf('verwaltung-2', options);
    await agreeing.goto(url + paths.breakGlass);
    await press(agreeing, /^Zustimmen/);
    await agreeing.getByText('in Kraft', { exact: true }).waitFor();
    expect(await flawsOf(agreeing, options)).toEqual([]);

    const officer = await windowOf('sachbearbeitung', options);
    await officer.goto(url + paths.overview);
    await officer
      .getByRole('alert')
      .getByText(/Sabine Vogt hat die Rolle Controlling/)
      .waitFor();
    expect(await flawsOf(officer, options)).toEqual([]);
    await press(agreeing, /^Vorzeitig beenden/);
    await agreeing.getByText('Frühere Notzugänge').first().waitFor();
  });
});

/** The check is a script itself: it looks where scripts run. */
function flawsOf(page: Page, { javaScriptEnabled }: WindowOptions): Promise<readonly string[]> {
  return javaScriptEnabled === true ? flaws(page) : Promise.resolve([]);
}
