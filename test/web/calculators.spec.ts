import { paths } from '../../src/web/paths.js';
import { ask, lacking, textOf } from './answers.js';
import { startWebApp, type WebApp } from './web-app.js';

describe('the calculators as pages', () => {
  let app: WebApp;

  beforeAll(async () => {
    app = await startWebApp();
  });
  afterAll(() => app.close());

  /** The text that a person reads, with one space between words. */
  const read = async (path: string, fields: Readonly<Record<string, string>> = {}) => {
    const query = new URLSearchParams(fields).toString();
    const { status, body } = await ask(app, query === '' ? path : `${path}?${query}`);
    expect(status).toBe(200);
    expect(lacking(body)).toBeUndefined();
    return { body, text: textOf(body) };
  };

  const share = {
    satz: '57.000,00',
    vzae: '0,5',
    von: '15.03.2023',
    bis: '31.12.2023',
    verfahren: 'calendar-month',
  };

  it.each([paths.calculators, paths.shareCalculator, paths.deadlineCalculator])(
    'shows %s without errors before anything was sent',
    async (path) => {
      const { body } = await read(path);
      expect(body).not.toContain('role="alert"');
    },
  );

  it('prorates as the contract of the Kreis does, and shows how', async () => {
    const { text } = await read(paths.shareCalculator, share);
    expect(text).toContain('22.677,42 €');
    expect(text).toContain('Wie kommt der Betrag zustande?');
    for (const other of ['22.641,67', '22.800,00', '21.375,00', '23.750,00']) {
      expect(text).toContain(`${other} €`);
    }
  });

  it('reads German and ISO input alike, where it can only mean one thing', async () => {
    const iso = { ...share, satz: '57000.00', vzae: '0.5', von: '2023-03-15', bis: '2023-12-31' };
    const { text } = await read(paths.shareCalculator, iso);
    expect(text).toContain('22.677,42 €');
  });

  it.each([
    [{ satz: '1,234.56' }, 'satz', 'zum Beispiel 57.000,00'],
    [{ satz: '' }, 'satz', 'Füllen Sie dieses Feld aus'],
    [{ vzae: '0,12345' }, 'vzae', 'höchstens vier Stellen'],
    [{ vzae: '0' }, 'vzae', 'größer als null'],
    [{ von: '31.02.2023' }, 'von', 'Diesen Tag gibt es nicht'],
    [{ von: 'gestern' }, 'von', 'zum Beispiel 15.03.2023'],
    [{ bis: '14.03.2023' }, 'von', 'Der erste Tag liegt nach dem letzten'],
    [{ verfahren: 'geraten' }, 'verfahren', 'Wählen Sie'],
  ])('names what is wrong with %j on top and at the field', async (wrong, field, sentence) => {
    const { body, text } = await read(paths.shareCalculator, { ...share, ...wrong });
    expect(body).toContain('data-error-summary');
    expect(body).toContain(`href="#${field}"`);
    expect(body).toMatch(new RegExp(`id="${field}"[^>]*aria-invalid="true"`));
    expect(text.split(sentence)).toHaveLength(3);
    expect(text).not.toContain('Wie kommt der Betrag zustande?');
  });

  it('gives back what was typed, escaped', async () => {
    const { body } = await read(paths.shareCalculator, { ...share, satz: '"><script>' });
    expect(body).toContain('value="&quot;&gt;&lt;script&gt;"');
  });

  it.each([
    ['15.01.2023', 'frist', 'Montag, 16.01.2023', 'Sonntag'],
    ['31.03.2024', 'frist', 'Dienstag, 02.04.2024', 'Ostermontag'],
    ['31.10.2017', 'frist', 'Donnerstag, 02.11.2017', 'Allerheiligen'],
    ['31.03.2024', 'termin', 'Sonntag, 31.03.2024', 'wie die Behörde ihn gesetzt hat'],
    ['30.06.2024', 'notice-period', 'Sonntag, 30.06.2024', 'Freitag, 28.06.2024'],
  ])('moves %s as %s to %s', async (datum, art, due, reason) => {
    const { text } = await read(paths.deadlineCalculator, { datum, art });
    expect(text).toContain(due);
    expect(text).toContain(reason);
  });

  const interest = {
    betrag: '12.345,67',
    von: '01.02.2023',
    bis: '15.11.2024',
    grundlage: 'vwvfg-49a-nrw',
    aufschlag: '',
    zinstage: 'act/act',
  };

  it('splits interest at each change of rate and margin', async () => {
    const { text } = await read(paths.interestCalculator, interest);
    expect(text).toContain('1.381,12 €');
    expect(text).toContain('05.05.2023 – 30.06.2023');
  });

  it('computes with an agreed margin', async () => {
    const { text } = await read(paths.interestCalculator, {
      ...interest,
      grundlage: 'agreed',
      aufschlag: '3,00',
    });
    expect(text).toContain('1.318,21 €');
  });

  it.each([
    [{ grundlage: 'agreed' }, 'aufschlag'],
    [{ aufschlag: '3' }, 'aufschlag'],
    [{ bis: '01.02.2027' }, 'bis'],
  ])('refuses interest with %j at the field', async (wrong, field) => {
    const { body } = await read(paths.interestCalculator, { ...interest, ...wrong });
    expect(body).toMatch(new RegExp(`id="${field}"[^>]*aria-invalid="true"`));
  });

  it('splits a sum to the cent', async () => {
    const { text } = await read(paths.splitCalculator, { summe: '100,00', gewichte: '1\n1\n1' });
    expect(text).toContain('33,34 €');
    expect(text).toContain('33,33 €');
  });

  it.each(['0\n0', 'eins', '-1\n2'])('refuses the weights %j at the field', async (gewichte) => {
    const { body } = await read(paths.splitCalculator, { summe: '100,00', gewichte });
    expect(body).toMatch(/id="gewichte"[^>]*aria-invalid="true"/);
  });
});
