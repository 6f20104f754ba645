import { parseEuro } from '../../../src/domain/money/amount-text.js';
import { LedgerQueries } from '../../../src/ledger/ledger.queries.js';
import { TakeOverQueries } from '../../../src/take-over/take-over.queries.js';
import { ask, textOf } from '../answers.js';
import { beginForm, post } from '../form-walk.js';
import { startWebApp, type WebApp } from '../web-app.js';

describe('the pages of take-overs', () => {
  let app: WebApp;

  beforeAll(async () => {
    app = await startWebApp();
  }, 60_000);
  afterAll(() => app.close());

  const page = async (path: string) => {
    const { body, status } = await ask(app, path);
    expect(status).toBe(200);
    return { body, text: textOf(body) };
  };
  const takeOvers = () => app.app.get(TakeOverQueries, { strict: false });

  it('lists them with what they came to, and notices of which nothing was taken over', async () => {
    const { body, text } = await page('/uebernahme');
    expect(body).toContain('href="/uebernahme/kim-2023"');
    expect(text).toContain(
      'KIM, Förderjahr 2023 Kommunales Integrationsmanagement NRW 31.12.2025 12',
    );
    expect(text).toContain('Bescheide ohne Übernahme');
    expect(text).toContain('FerienIntensivTraining FIT in Deutsch 2025');
  });

  it('reconciles each notice line with the treasury, step by step', async () => {
    const { text } = await page('/uebernahme/kim-2023');
    expect(text).toContain('Vom Land eingegangen 1.026.000,00 €');
    expect(text).toContain('weniger an Partner ausgezahlt −684.000,00 €');
    expect(text).toContain('dazu von Partnern erstattet, mit Zinsen 25.189,44 €');
    expect(text).toContain('Stand der Kasse 338.250,00 € stimmt');
  });

  it('tells of each case what stood open, what it rests on, and leads to its entry', async () => {
    const { body, text } = await page('/uebernahme/kim-2023');
    const { entries } = await takeOvers().takeOver('kim-2023');
    expect(text).toContain('Rückforderung 4.250,00 €, Zinsen 112,40 €');
    expect(text).toContain('Nachweis anerkannt am 20.02.2024');
    for (const entry of entries.values()) expect(body).toContain(`href="/buch/${entry}"`);
  });

  it('shows a past day without what came later', async () => {
    const { text } = await page('/uebernahme?bekannt=01.01.2024');
    expect(text).toContain('Am 01.01.2024 stand noch keine Übernahme im Buch.');
  });

  it('answers for a take-over that nobody knows', async () => {
    expect((await ask(app, '/uebernahme/kim-2019')).status).toBe(404);
  });
});

describe('the form of a take-over, without JavaScript', () => {
  let app: WebApp;

  beforeAll(async () => {
    app = await startWebApp();
  }, 60_000);
  afterAll(() => app.close());

  const cashOf = async (noticeLine: string) => {
    const balances = await app.app
      .get(LedgerQueries, { strict: false })
      .balances({ account: 'cash', noticeLine });
    return balances.reduce((sum, balance) => sum + balance.cents, 0n);
  };

  it('begins with the lines of a notice, shows the difference, and enters what agrees', async () => {
    const walk = await beginForm(app, 'uebernahme', { notice: 'notice-fit-in-deutsch-2025' });
    expect((await walk.show('bescheid-1')).text).toContain('FIT in Deutsch, 2025');
    const amounts = {
      'noticeLines[0].received': '8.136,00',
      'noticeLines[0].treasuryBalance': '8.163,00',
      'noticeLines[0].document': 'Kassenliste vom 31.12.2025',
    };
    expect(await walk.fill('bescheid-1', amounts)).toBe('eigene-mittel');
    const wrong = await walk.show('pruefen');
    expect(wrong.text).toContain('Unterschied 27,00 €');
    await walk.fill('bescheid-1', { 'noticeLines[0].treasuryBalance': '8.136,00' });
    const review = await walk.show('pruefen');
    expect(review.text).toContain('Abstimmung mit der Kasse');
    expect(review.text).toContain('stimmt');
    const { headers, status } = await walk.enter('Übernahme zum Jahresende');
    expect([status, headers.get('location')]).toEqual([303, `/entwuerfe/${walk.id}/fertig`]);
    expect(await cashOf('fit-in-deutsch-2025')).toBe(parseEuro('8.136,00'));
  });

  it('corrects one case and leaves the others', async () => {
    const walk = await beginForm(app, 'uebernahme', { subject: 'soe' });
    expect((await walk.show('zeile-2')).text).toContain('Carmen');
    await walk.fill('zeile-2', { 'lines[1].returned': '614,80' });
    await walk.fill('bescheid-2', { 'noticeLines[1].treasuryBalance': '614,80' });
    const { status } = await walk.enter('Zahlung vom 18.12.2025 nachgetragen');
    expect(status).toBe(303);
    expect(await cashOf('soe-2024')).toBe(parseEuro('614,80'));
  });
});

describe('taking a take-over back, without JavaScript', () => {
  let app: WebApp;
  const PATH = '/uebernahme/fit-in-deutsch/zuruecknehmen';

  beforeAll(async () => {
    app = await startWebApp();
  }, 60_000);
  afterAll(() => app.close());

  const hidden = (body: string) =>
    Object.fromEntries(
      [...body.matchAll(/type="hidden" name="(\w+)" value="([^"]*)"/g)].map(
        ([, name = '', value = '']) => [name, value] as const,
      ),
    );
  const send = async (grund: string, fields: Readonly<Record<string, string>>) =>
    post(app, PATH, { ...fields, grund });

  it('tells first what would be reversed, as of when, and how to correct instead', async () => {
    expect((await ask(app, '/uebernahme/fit-in-deutsch')).body).toContain(`href="${PATH}"`);
    const { body, status } = await ask(app, PATH);
    const text = textOf(body);
    expect(status).toBe(200);
    expect(text).toContain('Storniert wird 2 Buchungen');
    expect(body).toContain('/buch?grundlage=take-over%3Afit-in-deutsch');
    expect(text).toContain('Storno wirksam am 31.12.2025');
    expect(text).toContain('Bank der Kreiskasse 16.050,60 €');
    expect(text).toContain('berichtigen Sie die Übernahme');
  });

  it('asks for a reason', async () => {
    const { body } = await ask(app, PATH);
    const { status, body: again } = await send('', hidden(body));
    expect(status).toBe(422);
    expect(textOf(again)).toContain('Grund');
    expect(again).toContain('aria-invalid="true"');
  });

  it('takes nothing back that somebody has changed meanwhile', async () => {
    const { body } = await ask(app, PATH);
    const { status, body: again } = await send('doppelt', { ...hidden(body), stand: '99' });
    expect(status).toBe(422);
    expect(hidden(again)['stand']).toBe(hidden(body)['stand']);
  });

  it('reverses its entries; the journal names it, and its notices wait again', async () => {
    const { body } = await ask(app, PATH);
    const { entries } = await app.app
      .get(TakeOverQueries, { strict: false })
      .takeOver('fit-in-deutsch');
    const { status, headers } = await send('doppelt erfasst', hidden(body));
    expect([status, headers.get('location')]).toEqual([303, '/uebernahme']);
    expect((await ask(app, '/uebernahme/fit-in-deutsch')).status).toBe(404);
    const [entry = ''] = entries.values();
    const shown = textOf((await ask(app, `/buch/${entry}`)).body);
    expect(shown).toContain('FIT in Deutsch, Förderjahre 2023 und 2024 (zurückgenommen)');
    expect(shown).toContain('storniert');
  });
});
