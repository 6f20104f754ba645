import { ContractsQueries } from '../../../src/contracts/contracts.queries.js';
import { parsePlainDate as day } from '../../../src/domain/calendar/plain-date.js';
import { formatEuro } from '../../../src/domain/money/amount-text.js';
import { beginForm, type Fields, type FormWalk } from '../form-walk.js';
import { readPage } from '../read-page.js';
import { startWebApp, type WebApp } from '../web-app.js';

const HEAD = {
  'head.title': 'KOMM-AN II: Sprachtreff Selm',
  'head.fileReference': '35-KA-2025-77',
  'head.programme': 'komm-an',
  'head.legalForm': 'contract',
  'head.form': 'model',
};
const PARTIES = {
  'head.direction': 'forwarding',
  'head.forwardedBy': 'kreis',
  'head.partners': ['selm'],
};
const DATES = { summary: 'Sprachtreff.', inForceFrom: '01.07.2025', inForceTo: '31.12.2025' };
const LINE = {
  'lines[0].partner': 'selm',
  'lines[0].component': 'komm-an-2',
  'lines[0].title': 'Sprachtreff',
  'lines[0].region': 'Selm',
  'lines[0].measures[0].item': 'get-together',
  'lines[0].measures[0].quantity': '1',
  'lines[0].measures[0].months': '6',
  'lines[0].ceiling': '1.500,00',
  'lines[0].funding[0].year': '2025',
  'lines[0].funding[0].payer': 'own-funds',
  'lines[0].clause': 'Nr. 2',
  'lines[0].id': 'selm-sprachtreff',
};
const CLAUSES = [
  ...['proration', 'capLevel', 'unpaidSpells', 'proofDue', 'quarterlyProof', 'noticePeriod'],
  ...['twoMonthRule', 'followsNotice'],
].map((term) => [`terms.${term}.clause`, 'Nr. 3'] as const);
const TERMS = {
  ...Object.fromEntries(CLAUSES),
  ...{ 'terms.proofDue.day': '15', 'terms.proofDue.month': '1', 'terms.proofDue.kind': 'frist' },
  ...{ 'terms.proofDue.form': 'quantities', 'terms.noticePeriod.months': '6' },
  'terms.followsNotice.on': 'true',
};

describe('the form of a contract, without JavaScript', () => {
  let app: WebApp;

  beforeAll(async () => {
    app = await startWebApp();
  });
  afterAll(() => app.close());

  const filled = async (head: Fields = {}): Promise<FormWalk> => {
    const walk = await beginForm(app, 'vertrag');
    await walk.fill('vertrag', { ...HEAD, ...head });
    await walk.fill('parteien', PARTIES);
    await walk.fill('eckdaten', DATES);
    await walk.fill('zeile-1', {}, 'add:lines[0].measures');
    expect(await walk.fill('zeile-1', LINE)).toBe('regeln');
    expect(await walk.fill('regeln', TERMS)).toBe('vollstaendigkeit');
    return walk;
  };

  it('offers the fixed sums of the programme, and counts them', async () => {
    const walk = await filled();
    const { text } = await walk.show('zeile-1');
    expect(text).toContain('Maßnahmen des Zusammenkommens: 250,00 € je Monat');
    expect(text).toContain('0,0 VzÄ × 0,00 € + 0,00 € + 1.500,00 € Festbeträge');
  });

  it('tells at the key that another contract has it', async () => {
    const walk = await filled();
    const { text, body } = await walk.show('pruefen');
    expect(text).toContain('Kennung: Unter „komm-an-selm“ steht schon');
    expect(body).toContain('/vertrag?fehler=1&amp;zurueck=pruefen#head-id');
  });

  it('names in German what the checklist still lacks, and what the contract will yield', async () => {
    const { text } = await (await filled({ 'head.id': 'selm-treff' })).show('pruefen');
    expect(text).toContain('noch nicht ganz durchgesehen');
    expect(text).not.toContain('kind-and-amount');
    expect(text).toContain('Unterschied der Ansprüche +750,00 €');
  });

  it('enters the contract as a draft, and its head is corrected afterwards', async () => {
    const walk = await filled({ 'head.id': 'selm-treff' });
    expect((await walk.enter('Neuer Träger')).status).toBe(303);
    const page = await readPage(app, '/vertraege/selm-treff');
    expect(page).toContain('Stand: Weiterleitungsvertrag Entwurf : jetzt');
    const { contract } = await app.app
      .get(ContractsQueries)
      .contract('selm-treff', { on: day('2025-12-31') });
    const [line] = contract.versions[0]?.lines ?? [];
    expect(line && formatEuro(line.ceilingCents)).toBe('1.500,00\u00a0€');
    expect(line?.measures).toEqual([{ item: 'get-together', quantity: 1, months: 6 }]);

    const head = await beginForm(app, 'vertrag-kopf', { subject: 'selm-treff' });
    await head.fill('vertrag', { title: 'KOMM-AN II: Sprachcafé Selm' });
    expect((await head.enter('Umbenannt')).status).toBe(303);
    expect(await readPage(app, '/vertraege/selm-treff')).toContain('Sprachcafé Selm');
  });

  it('tells at the partners that they are fixed once a version was sent', async () => {
    const head = await beginForm(app, 'vertrag-kopf', { subject: 'kim-awo' });
    await head.fill('parteien', {
      ...{ direction: 'forwarding', forwardedBy: 'kreis', partners: ['awo', 'selm'] },
    });
    expect((await head.show('pruefen')).text).toMatch(/Partner: [^.]*(?:fest|verschickt)/);
  });
});
