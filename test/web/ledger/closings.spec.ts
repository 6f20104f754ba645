import { ask, textOf } from '../answers.js';
import { readPage } from '../read-page.js';
import { startWebApp, type WebApp } from '../web-app.js';

describe('closing months', () => {
  let book: WebApp;

  beforeAll(async () => {
    book = await startWebApp();
  }, 60_000);
  afterAll(() => book.close());

  const close = (fields: Readonly<Record<string, string>>) =>
    ask(book, '/abschluesse/abschliessen', { method: 'POST', body: new URLSearchParams(fields) });
  const SOUND = {
    schluessel: 'closing-key',
    monat: '2026-01',
    grund: 'Monatsabschluss',
    sicher: 'ja',
  };

  it('says first what it means, and offers only months that are over', async () => {
    const { body } = await ask(book, '/abschluesse/abschliessen');
    expect(textOf(body)).toContain('lässt sich nicht zurücknehmen');
    expect(body).toContain('<option value="2026-02">Februar 2026</option>');
    expect(body).not.toContain('<option value="2026-03">');
  });

  it.each([
    [{ monat: '' }, 'Füllen Sie dieses Feld aus'],
    [{ monat: '2026-03' }, 'Wählen Sie'],
    [{ grund: '' }, 'Füllen Sie dieses Feld aus'],
    [{ sicher: '' }, 'Füllen Sie dieses Feld aus'],
  ])('refuses %j at its field', async (change, told) => {
    const { status, body } = await close({ ...SOUND, ...change });
    expect([status, textOf(body)]).toEqual([422, expect.stringContaining(told) as string]);
    expect(await readPage(book, '/abschluesse')).toContain('Noch ist kein Monat abgeschlossen');
  });

  it('prints a seal on screen, on paper and as a file', async () => {
    const done = await close(SOUND);
    expect([done.status, done.headers.get('location')]).toEqual([303, '/abschluesse/2026-01']);
    const text = await readPage(book, '/abschluesse/2026-01');
    const hash = /Prüfsumme des Siegels \(SHA-256\) ([0-9a-f]{64})/.exec(text)?.[1];
    const count = /Glieder der Kette ([\d.]+)/.exec(text)?.[1]?.replace('.', '');
    const seal = await ask(book, '/abschluesse/2026-01/siegel.json');
    expect(seal.headers.get('content-disposition')).toContain('siegel-2026-01.json');
    expect(JSON.parse(seal.body)).toMatchObject({ hash, count: Number(count), format: 1 });
    const sheet = await ask(book, '/abschluesse/2026-01/monatsabschluss.pdf');
    expect([sheet.headers.get('content-type'), sheet.body.slice(0, 5)]).toEqual([
      'application/pdf',
      '%PDF-',
    ]);
    expect(await readPage(book, '/abschluesse')).toContain('Abgeschlossen bis 31.01.2026');
  });

  it('closes a month once, and offers only what is still open', async () => {
    const again = await close({ ...SOUND, schluessel: 'closing-key-2' });
    expect(again.status).toBe(422);
    const { body } = await ask(book, '/abschluesse/abschliessen');
    expect(body).not.toContain('<option value="2026-01">');
    expect(body).toContain('<option value="2026-02">');
  });

  it('refuses an entry by hand in a closed month, with the first open day', async () => {
    const { status, body } = await ask(book, '/buch/von-hand', {
      method: 'POST',
      body: new URLSearchParams({
        ...{ tag: '15.01.2026', grund: 'zu spät', schritt: 'ansehen' },
        ...{ konto1: 'cash', soll1: '1', konto2: 'unallocated', haben2: '1' },
      }),
    });
    expect([status, textOf(body)]).toEqual([
      422,
      expect.stringContaining('ab dem 01.02.2026') as string,
    ]);
  });

  it('knows no closing of a month that is open', async () => {
    expect((await ask(book, '/abschluesse/2026-02')).status).toBe(404);
    expect((await ask(book, '/abschluesse/2026-02/siegel.json')).status).toBe(404);
    expect((await ask(book, '/abschluesse/unsinn/monatsabschluss.pdf')).status).toBe(404);
  });
});
