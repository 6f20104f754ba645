import { GrantsQueries } from '../../../src/grants/grants.queries.js';
import { parseEuro } from '../../../src/domain/money/amount-text.js';
import { beginForm } from '../form-walk.js';
import { readPage } from '../read-page.js';
import { startWebApp, type WebApp } from '../web-app.js';
import { amendKim2, CUT, RAISE, RAISED } from './notice-walks.js';

describe('the form of a notice, without JavaScript', () => {
  let app: WebApp;

  beforeAll(async () => {
    app = await startWebApp();
  }, 60_000);
  afterAll(() => app.close());

  const notice = (id: string) => app.app.get(GrantsQueries, { strict: false }).notice(id);

  it('takes a new notice in, one thing a page, and makes its keys', async () => {
    const walk = await beginForm(app, 'bescheid');
    const first = { programme: 'kim', title: 'KIM Baustein III, Förderjahr 2027' };
    const sides = { grantor: 'Bezirksregierung Arnsberg', firstRecipient: 'Kreis Unna' };
    expect(await walk.fill('bescheid', { ...first, ...sides })).toBe('aktenzeichen');
    expect(await walk.fill('aktenzeichen', { reference: '', issuedOn: '15.02.2027' })).toBe(
      'zeitraum',
    );
    const year = { 'period.from': '01.01.2027', 'period.to': '31.12.2027' };
    expect(await walk.fill('zeitraum', year)).toBe('zeile-1');
    const line = {
      ...{ 'lines[0].component': 'kim-3', 'lines[0].year': '2027', 'lines[0].fte': '2,0' },
      ...{ 'lines[0].period.from': '01.01.2027', 'lines[0].period.to': '31.12.2027' },
      ...{ 'lines[0].amount': '100.000,00', 'lines[0].clause': 'Nr. 1' },
    };
    expect(await walk.fill('zeile-1', line)).toBe('bestandteile-1');
    const terms = await walk.show('bestandteile-1');
    expect(terms.text).toContain('KIM III, 2027: Bestandteile');
    const term = {
      ...{ 'lines[0].terms[0].text': 'Stellen', 'lines[0].terms[0].costKind': 'staff' },
      ...{ 'lines[0].terms[0].quantity': '2', 'lines[0].terms[0].unit': '50.000,00' },
      'lines[0].terms[0].amount': '100.000,00',
    };
    expect(await walk.fill('bestandteile-1', term)).toBe('offenes');
    await walk.fill('offenes', { openItems: 'Aktenzeichen fehlt' });
    const review = await walk.show('pruefen');
    expect(review.text).toContain('Was von jeder Zeile schon vergeben ist');
    expect((await walk.enter('Neu eingetragen')).status).toBe(303);
    expect((await walk.show('fertig')).body).toContain('href="/bescheide/notice-kim-3-2027"');
    const { notice: entered } = await notice('notice-kim-3-2027');
    expect(entered.lines).toMatchObject([{ id: 'kim-3-2027', fte: 20_000 }]);
    expect(entered.openItems).toEqual(['Aktenzeichen fehlt']);
  });

  it('asks for a key only where the one that it would make is taken', async () => {
    const walk = await beginForm(app, 'bescheid');
    expect((await walk.show('bescheid')).text).not.toContain('Schlüssel');
    const taken = { 'lines[0].component': 'kim-2', 'lines[0].year': '2025' };
    await walk.fill('zeile-1', taken);
    expect((await walk.show('bescheid')).text).toContain('Schlüssel des Bescheids');
    await walk.fill('bescheid', { $key: 'KIM Nachtrag' });
    const { body } = await walk.show('pruefen');
    expect(body).toContain('bescheid?fehler=1&amp;zurueck=pruefen#key');
    expect(body.match(/„KIM Nachtrag“ passt nicht/g)).toHaveLength(1);
  });

  it('begins an amending notice with the lines as they stand', async () => {
    const walk = await beginForm(app, 'bescheid', { amends: 'notice-kim-2-2025' });
    expect((await walk.show('bescheid')).text).toContain('Änderungsbescheid eintragen');
    expect((await walk.show('zeile-1')).body).toContain('value="1.026.000,00"');
    expect((await walk.show('bestandteile-1')).text).toContain('erst ab der Jahresmitte');
    const { text } = await walk.enter('Versuch');
    expect(text).toContain('Wirksam ab');
  });

  it('tells a mistake at its field and on top, and enters nothing', async () => {
    const walk = await amendKim2(app, { ...RAISE, amount: '1.040.000,00' });
    const refused = await walk.enter('Versuch');
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('Die Bestandteile ergeben 1.039.500,00');
    expect(refused.body).toContain('zeile-1?fehler=1&amp;zurueck=pruefen#lines-0-amount');
    await expect(notice(RAISED)).rejects.toMatchObject({ code: 'grants.unknown-notice' });
  });

  it('refuses a day of effect outside of the period, at its field', async () => {
    const walk = await amendKim2(app, { ...RAISE, effectiveFrom: '01.07.2026' });
    const { text, body } = await walk.enter('Versuch');
    expect(text).toContain('Wirksam ab: Der Tag liegt nicht im Bewilligungszeitraum');
    expect(body).toContain('#effectiveFrom');
  });

  it('shows before the entry what a raised rate means for the contracts', async () => {
    const { text } = await (await amendKim2(app, RAISE)).show('pruefen');
    expect(text).toContain('bisher: 57.000,00 € 58.500,00 €');
    expect(text).toContain('bisher: 1.026.000,00 € 1.039.500,00 € 1.026.000,00 € 13.500,00 €');
    expect(text).toContain('Berührte Verträge 6');
    expect(text).toContain('Ansprüche 2025 +9.000,00 €');
  });

  it('shows before the entry what a cut leaves short, and enters it all the same', async () => {
    const walk = await amendKim2(app, CUT);
    const { text } = await walk.show('pruefen');
    expect(text).toContain('KIM II, 2025: Vom 01.07.2025 bis 31.12.2025 fehlen 1,0 VzÄ.');
    expect(text).toContain('Vom 01.01.2025 bis 31.12.2025 fehlen 28.500,00 €.');
    expect(text).toContain('entscheiden Sie nach dem Eintragen');
    expect((await walk.enter('Kürzung')).status).toBe(303);
    const page = await readPage(app, '/bescheide/notice-kim-2-2025');
    expect(page).toContain('Geändert durch KIM Baustein II, Förderjahr 2025, Änderung');
  });

  it('amends the last amendment, and counts its number', async () => {
    const walk = await beginForm(app, 'bescheid', { amends: 'notice-kim-2-2025' });
    expect((await walk.show('bescheid')).body).toContain(
      'value="KIM Baustein II, Förderjahr 2025, 2. Änderung"',
    );
    expect((await walk.show('zeile-1')).body).toContain('value="997.500,00"');
  });

  it('begins a follow-on notice a year later', async () => {
    const walk = await beginForm(app, 'bescheid', { follows: 'notice-kim-1-2025' });
    expect((await walk.show('bescheid')).body).toContain('value="KIM Baustein I, Förderjahr 2026"');
    expect((await walk.show('zeitraum')).body).toContain('value="01.01.2026"');
    expect((await walk.enter('Anschluss')).status).toBe(303);
    const { notice: entered } = await notice('notice-kim-1-2026');
    expect(entered).toMatchObject({ follows: 'notice-kim-1-2025', lines: [{ id: 'kim-1-2026' }] });
    expect((await walk.show('fertig')).body).toContain('/bescheide/notice-kim-1-2026/uebernahme');
  });

  it('corrects what was copied wrong, as a revision with its reason', async () => {
    const before = await notice('notice-kim-3-2025');
    const walk = await beginForm(app, 'bescheid', { subject: 'notice-kim-3-2025' });
    await walk.fill('aktenzeichen', { reference: '36.30.06-078/2025-033' });
    expect((await walk.show('pruefen')).text).toContain('36.30.06-078/2025-033');
    expect((await walk.enter('Zahlendreher')).status).toBe(303);
    const after = await notice('notice-kim-3-2025');
    expect(after.notice).toEqual({ ...before.notice, reference: '36.30.06-078/2025-033' });
    expect(after.lines[0]?.amountCents).toBe(parseEuro('150.000,00'));
    expect(await readPage(app, '/bescheide/notice-kim-3-2025')).toContain('Zahlendreher');
  });
});
