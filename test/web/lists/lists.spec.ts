import { parse } from 'csv-parse/sync';
import { readXlsx } from 'hucre/xlsx';
import { ask, textOf } from '../answers.js';
import { readPage } from '../read-page.js';
import { startWebApp, type WebApp } from '../web-app.js';

const LISTS = [
  ['/bescheide', 10],
  ['/vertraege', 22],
  ['/zeilen', 31],
  ['/stellen', 38],
  ['/besetzungen', 41],
  ['/ansprueche', 70],
] as const;

let book: WebApp;

beforeAll(async () => {
  book = await startWebApp();
}, 60_000);
afterAll(() => book.close());

async function rowsOf(path: string): Promise<readonly (readonly string[])[]> {
  const { status, body } = await ask(book, path);
  expect([path, status]).toEqual([path, 200]);
  return parse(body, { delimiter: ';', bom: true });
}

async function workbook(path: string) {
  const answer = await fetch((await book.app.getUrl()) + path);
  return { answer, ...(await readXlsx(new Uint8Array(await answer.arrayBuffer()))) };
}

describe.each(LISTS)('the list %s', (path, count) => {
  it('is complete in its file, and says how much it is on its page', async () => {
    const text = await readPage(book, path);
    expect(text).toMatch(new RegExp(`(^|von |\\s)${count} [A-Z]`));
    expect(await rowsOf(`${path}?format=csv`)).toHaveLength(count + 1);
  });

  it('is sorted by each of its columns, up and down', async () => {
    const { body } = await ask(book, path);
    const heads = [...body.matchAll(/<th scope="col".*?<a class="kern-link" href="([^"]+)"/g)];
    expect(heads.length).toBeGreaterThan(4);
    for (const [, href = ''] of heads) {
      const address = href.replaceAll('&amp;', '&');
      const sorted = (await ask(book, address)).body;
      expect(sorted).toMatch(/aria-sort="(ascending|descending)"/);
      expect(await rowsOf(withFormat(address))).toHaveLength(count + 1);
    }
  });

  it('finds nothing for words that nobody wrote, and says what to do', async () => {
    const text = await readPage(book, `${path}?suche=xyzzy`);
    expect(text).toContain('Zu dieser Auswahl gibt es 2025 keinen Treffer.');
    expect(text).toContain('Alle zeigen');
    expect(await rowsOf(`${path}?suche=xyzzy&format=csv`)).toHaveLength(1);
  });

  it('shows nothing that was not known yet', async () => {
    const rows = await rowsOf(`${path}?jahr=2025&bekannt=01.01.2024&format=csv`);
    expect(rows).toHaveLength(1);
  });

  it('goes away as a workbook that explains itself', async () => {
    const { answer, sheets } = await workbook(`${path}?jahr=2024&suche=kim&format=xlsx`);
    expect(answer.headers.get('content-disposition')).toMatch(
      /^attachment; filename="[a-z]+-2024-stand-2024-12-31\.xlsx"$/,
    );
    expect(answer.headers.get('content-type')).toContain('spreadsheetml');
    const notes = new Map(sheets[1]?.rows.map(([label, value]) => [label, value]));
    expect(notes.get('Förderjahr')).toBe('2024');
    expect(notes.get('Stand am')).toBe('31.12.2024');
    expect(notes.get('Suche')).toBe('kim');
    expect(notes.get('Erzeugt')).toMatch(/^02\.03\.2026, 09:00/);
    expect([...notes.keys()].some((label) => String(label).startsWith('Regel R'))).toBe(true);
  });

  it('keeps what is chosen when another day is asked about', async () => {
    const { body } = await ask(book, `${path}?suche=kim&jahr=2024`);
    const bar = body.slice(body.indexOf('wb-asof'), body.indexOf('</details>'));
    expect(bar).toContain('name="suche" value="kim"');
    expect(body).toMatch(/href="[^"]+suche=kim&amp;[^"]*format=xlsx&amp;jahr=2024"/);
  });
});

function withFormat(address: string): string {
  const [path = ''] = address.split('#');
  return `${path}${path.includes('?') ? '&' : '?'}format=csv`;
}

describe('the lists of the book', () => {
  it('come in pages of fifty, each row once', async () => {
    const [first, second] = [
      await readPage(book, '/ansprueche'),
      await readPage(book, '/ansprueche?seite=2'),
    ];
    expect(first).toContain('1–50 von 70 Ansprüche · Seite 1 von 2 Nächste');
    expect(second).toContain('51–70 von 70 Ansprüche · Seite 2 von 2 Vorherige');
    expect(await readPage(book, '/ansprueche?seite=99')).toContain('51–70 von 70');
  });

  it('sum what fits, on whatever page it stands', async () => {
    const text = await readPage(book, '/zeilen?partner=luenen');
    expect(text).toContain('Vom Kreis weitergeleitet 6,0 373.700,00 €');
  });

  it('lead from a contract and from a notice line to their lines', async () => {
    expect(await readPage(book, '/zeilen?vertrag=kim-cities')).toContain('3 Zeilen, 31 insgesamt');
    const { body } = await ask(book, '/bescheide');
    const [, href = ''] = /href="(\/zeilen\?bescheidzeile=[^"]+)"/.exec(body) ?? [];
    expect(await readPage(book, href.replaceAll('&amp;', '&'))).toMatch(
      /\d+ Zeilen?, 31 insgesamt/,
    );
  });

  it('explain each entitlement of a line by its sheet', async () => {
    const { body } = await ask(book, '/zeilen');
    const sheets = [...body.matchAll(/href="([^"]+\/anspruch\/2025)"/g)].map(
      ([, href = '']) => href,
    );
    expect(sheets.length).toBeGreaterThan(20);
    for (const sheet of new Set(sheets)) await readPage(book, sheet);
  });

  it('show gaps, unpaid time and small posts beside an occupancy', async () => {
    const text = await readPage(book, '/besetzungen');
    expect(text).toContain('KAM-28D6');
    expect(text).toContain('Lücke danach: 01.02.2025 – 30.04.2025');
    expect(text).toContain('Lücke davor: 01.02.2025 – 30.04.2025');
    expect(text).toContain('Stelle unter 0,5 VzÄ');
    expect(text).toContain('unbezahlt 01.08.2025 – 15.09.2025');
    expect(await readPage(book, '/besetzungen?hinweis=gap')).toContain(
      '2 Besetzungen, 41 insgesamt',
    );
  });

  it('tell who runs on a day, and who has left', async () => {
    const running = await rowsOf('/besetzungen?stand=2025-03-01&lauf=running&format=csv');
    const ended = await rowsOf('/besetzungen?stand=2025-03-01&lauf=ended&format=csv');
    expect(ended.flat()).toContain('KAM-28D6');
    expect(running.flat()).not.toContain('KAM-28D6');
  });

  it('print what is typed as text, on the page and in the form', async () => {
    const { body } = await ask(book, '/stellen?suche=%22%3E%3Cscript%3E');
    expect(body).not.toContain('"><script>');
    expect(textOf(body)).toContain('keinen Treffer');
    expect(body).toContain('value="&quot;&gt;&lt;script&gt;"');
  });

  it('know the amounts of a workbook as numbers', async () => {
    const { sheets } = await workbook('/ansprueche?format=xlsx&partner=bergkamen&art=line');
    const [heads = [], ...rows] = sheets[0]?.rows ?? [];
    const column = heads.indexOf('Anspruch');
    expect(rows.map((row) => row[column]).toSorted()).toEqual([15_000, 213_750]);
  });
});
