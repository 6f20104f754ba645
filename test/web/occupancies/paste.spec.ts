import { readXlsx } from 'hucre/xlsx';
import { ask, lacking, textOf, type Answer } from '../answers.js';
import { post } from '../form-walk.js';
import { readPage } from '../read-page.js';
import { startWebApp, type WebApp } from '../web-app.js';

const PAGE = '/besetzungen/einfuegen';
const HEADS = ['Stelle', 'Kennung', 'von', 'bis', 'Anteil', 'Vertretung'];
const KAMEN = ['KAM-KIM2-1', 'KAM-77F3', '01.02.2025', '30.04.2025', '0,5', ''];
const range = (...rows: readonly (readonly string[])[]): string =>
  [HEADS, ...rows].map((cells) => cells.join('\t')).join('\r\n');

/** What a browser would send of the page without JavaScript: every field as it stands there. */
function fieldsOf(html: string): Record<string, string> {
  const plain = (text: string): string =>
    text
      .replaceAll('&quot;', '"')
      .replaceAll('&#39;', "'")
      .replaceAll('&lt;', '<')
      .replaceAll('&amp;', '&');
  const inputs = [...html.matchAll(/<input[^>]* name="([^"]+)"[^>]*?(?: value="([^"]*)")?[^>]*>/g)];
  const areas = [...html.matchAll(/<textarea[^>]* name="([^"]+)"[^>]*>\n?([\s\S]*?)<\/textarea>/g)];
  return Object.fromEntries(
    [...inputs, ...areas].map(([whole, name = '', value]) => {
      const stated = value ?? / value="([^"]*)"/.exec(whole)?.[1] ?? '';
      return [name, plain(stated)];
    }),
  );
}

describe('a range that is pasted on a page', () => {
  let book: WebApp;

  beforeAll(async () => {
    book = await startWebApp();
  }, 60_000);
  afterAll(() => book.close());

  const look = (text: string): Promise<Answer> => post(book, PAGE, { bereich: text });
  const enter = (fields: Record<string, string>): Promise<Answer> =>
    post(book, `${PAGE}/eintragen`, fields);

  it('begins on the list of occupancies, with what belongs into each column', async () => {
    expect(await readPage(book, '/besetzungen')).toContain('Aus Tabelle einfügen');
    const text = await readPage(book, PAGE);
    expect(text).toContain('Bereich aus der Tabelle');
    expect(text).toContain('Kein Name.');
    expect(text).toContain('Excel-Datei (XLSX)');
  });

  it('has a template whose headings it reads', async () => {
    const answer = await fetch(`${await book.app.getUrl()}${PAGE}/vorlage?format=xlsx`);
    expect(answer.headers.get('content-disposition')).toContain('besetzungen-vorlage.xlsx');
    const { sheets } = await readXlsx(new Uint8Array(await answer.arrayBuffer()));
    const heads = (sheets[0]?.rows[0] ?? []).map(String);
    const { body } = await look(`${heads.join('\t')}\nKAM-KIM2-1\tKAM-1234\t01.02.2025`);
    expect(textOf(body)).toContain('Zeile 2, Spalte Anteil: Diese Angabe fehlt.');
    const { body: csv } = await ask(book, `${PAGE}/vorlage?format=csv`);
    expect(csv.trim()).toBe(heads.join(';'));
  });

  it('shows each cell that is wrong, keeps what was typed, and leads to it', async () => {
    const wrong = ['LÜN-KIM9-9', 'Erika Muster', '31.02.2025', '', '1,5', 'vielleicht'];
    const { status, body } = await look(range(KAMEN, wrong));
    expect([status, lacking(body)]).toEqual([422, undefined]);
    const text = textOf(body);
    expect(text).toContain('5 Zellen stimmen noch nicht');
    expect(text).toContain('Zeile 3, Spalte von: Den Tag 31.02.2025 gibt es im Kalender nicht.');
    expect(body).toContain('href="#z3-from"');
    expect(body).toMatch(
      /id="z3-from" name="zelle\.3\.from" value="31\.02\.2025"[^>]*aria-invalid="true"/,
    );
    expect(fieldsOf(body)['bereich']).toContain('Erika Muster');
    expect(text).not.toContain('eintragen');
  });

  it('takes what is put right in a cell, and forgets it where the range itself is changed', async () => {
    const { body } = await look(range(['KAM-KIM2-1', 'KAM-77F3', '31.02.2025', '', '0,5', '']));
    const fields = fieldsOf(body);
    const cells = { 'zelle.2.from': '01.02.2025', 'zelle.2.to': '30.04.2025' };
    const right = await post(book, PAGE, { ...fields, ...cells });
    expect([right.status, fieldsOf(right.body)['bereich']]).toEqual([
      200,
      expect.stringContaining('01.02.2025\t30.04.2025'),
    ]);
    const changed = { ...fields, ...cells, bereich: range(['', ...KAMEN.slice(1)]) };
    const other = await post(book, PAGE, changed);
    expect(textOf(other.body)).toContain('Zeile 2, Spalte Stelle: Diese Angabe fehlt.');
  });

  it('tells what the rules say, by row and column, also for people twice in the range', async () => {
    const twice = ['AWO-KIM2-1', 'AWO-77F3', '01.03.2025', '30.04.2025', '0,5', 'nein'];
    const { status, body } = await look(range(twice));
    expect(status).toBe(422);
    expect(textOf(body)).toMatch(
      /Zeile 2, Spalte Anteil: Am 01\.03\.2025 wären 1,5 VzÄ besetzt.*R9/,
    );
  });

  it('shows the effect on every line concerned before anything is entered', async () => {
    const { status, body } = await look(range(KAMEN));
    const text = textOf(body);
    expect([status, lacking(body)]).toEqual([200, undefined]);
    expect(text).toContain('gespeichert ist noch nichts');
    expect(text).toContain('+7.125,00 €');
    expect(text).toContain('Wie kommt der neue Anspruch zustande?');
    expect(text).toContain('1 Besetzung eintragen');
    expect(await readPage(book, '/besetzungen?jahr=2025')).not.toContain('KAM-77F3');
  });

  it('asks for the reason, and is entered once however often it is sent', async () => {
    const fields = fieldsOf((await look(range(KAMEN))).body);
    const without = await enter(fields);
    expect(without.status).toBe(422);
    expect(textOf(without.body)).toContain('Nennen Sie den Grund der Änderung.');
    const said = { ...fieldsOf(without.body), grund: 'Meldung der Stadt Kamen' };
    const [one, two] = await Promise.all([enter(said), enter(said)]);
    const again = await enter(said);
    const places = [one, two, again].map(({ headers }) => headers.get('location'));
    expect(new Set(places).size).toBe(1);
    const done = await readPage(book, places[0] ?? '');
    expect(done).toContain('1 Besetzung ist eingetragen.');
    expect(done).toContain('KAM-77F3');
    const api = await ask(book, '/api/v1/occupancies?year=2025&limit=200');
    expect(api.body.match(/KAM-77F3/g)).toHaveLength(1);
  });

  it('asks whether somebody who stands there already is told twice', async () => {
    const { status, body } = await look(range(KAMEN));
    expect(status).toBe(200);
    expect(textOf(body)).toContain('Ist das ein zweiter Anteil oder doppelt?');
    expect(body).toContain('href="#z2-personKey"');
  });

  it('enters nothing if one row no longer fits by then', async () => {
    const fields = fieldsOf((await look(range(KAMEN))).body);
    const full = range(KAMEN, ['KAM-KIM2-1', 'KAM-88F3', '01.02.2025', '30.04.2025', '0,5', '']);
    const { status, body } = await enter({ ...fields, bereich: full, grund: 'Meldung' });
    expect(status).toBe(422);
    expect(textOf(body)).toContain('Zeile 3, Spalte Anteil: Am 01.02.2025 wären 1,5 VzÄ besetzt');
    expect(await readPage(book, '/besetzungen?jahr=2025')).not.toContain('KAM-88F3');
  });

  it.each([
    ['', 'Fügen Sie hier einen Bereich ein.'],
    ['Stelle\tKennung\tvon\tAnteil', 'Unter den Überschriften steht keine Zeile.'],
    ['Stelle\tFarbe\tvon', 'Diese Spalte ist nicht bekannt'],
    ['nichts davon', 'gibt es nicht'],
  ])('that is no range is said to be none: %j', async (text, told) => {
    const { status, body } = await look(text);
    expect([status, lacking(body)]).toEqual([422, undefined]);
    expect(textOf(body)).toContain(told);
  });

  it('does not know what nobody entered', async () => {
    expect((await ask(book, `${PAGE}/fertig/01abc`)).status).toBe(404);
  });
});
