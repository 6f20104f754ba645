import { ask, textOf, type Answer } from '../answers.js';
import { readPage } from '../read-page.js';
import { startWebApp, type WebApp } from '../web-app.js';

const PAGE = '/vertraege/kim-cities/unterlagen';
const PAPER = { art: 'concept', titel: 'Rahmenkonzept', datum: '01.02.2023' };
const PDF = `%PDF-1.7 ${'x'.repeat(100)}`;
const TOO_MUCH = 11 * 1024 * 1024;

describe('the pages of the parts of a contract', () => {
  let book: WebApp;

  beforeAll(async () => {
    book = await startWebApp();
  });
  afterAll(() => book.close());

  it('name what the newest version calls its parts, and what of it is not filed yet', async () => {
    const text = await readPage(book, PAGE);
    expect(text).toContain('Zu diesem Vertrag ist noch nichts abgelegt.');
    expect(text).toContain('ANBest-G § 2 Abs. 3 Buchst. c fehlt Ablegen');
    expect(text).toContain('Was frühere Fassungen nennen');
    const filing = await ask(book, `${PAGE}/neu?titel=ANBest-G&datum=31.12.2022`);
    expect(filing.body).toMatch(/name="titel"[^>]*value="ANBest-G"/);
    expect(filing.body).not.toContain('kern-error');
  });

  it('take no file that is too large or of another kind, and keep what was typed', async () => {
    const large = await file(PAPER, `%PDF-1.7 ${'x'.repeat(TOO_MUCH)}`);
    expect(large.status).toBe(422);
    expect(textOf(large.body)).toContain('Datei: „konzept.pdf“ ist größer als 10 MB.');
    expect(large.body).toMatch(/name="titel"[^>]*value="Rahmenkonzept"/);
    const binary = await file(PAPER, '\u0000\u0001');
    expect([binary.status, textOf(binary.body)]).toEqual([
      422,
      expect.stringContaining('keine Datei, die abgelegt werden kann'),
    ]);
    expect((await file({}, PDF)).status).toBe(422);
  });

  it('ask for both, the day and who got it', async () => {
    const alone = await file({ ...PAPER, an: 'luenen' }, PDF);
    expect(textOf(alone.body)).toContain('Übergeben am: Füllen Sie dieses Feld aus.');
    const ahead = await file({ ...PAPER, an: 'luenen', uebergeben: '01.01.2030' }, PDF);
    expect(textOf(ahead.body)).toMatch(/Übergeben am: [^.]*Zukunft|Übergeben am: /);
  });

  it('file it, hand it out to be saved, and note the day for each partner', async () => {
    const filed = await file({ ...PAPER, an: 'luenen', uebergeben: '03.03.2023' }, PDF);
    expect([filed.status, filed.headers.get('location')]).toEqual([303, PAGE]);
    const { body } = await ask(book, PAGE);
    expect(textOf(body)).toContain('Lünen 03.03.2023 fehlt: Bergkamen Übergabe eintragen');
    const [download = ''] = /[^"]+\/datei/.exec(body) ?? [];
    const bytes = await ask(book, download);
    expect([bytes.body, bytes.headers.get('content-type')]).toEqual([PDF, 'application/pdf']);
    expect(bytes.headers.get('content-disposition')).toContain(
      'attachment; filename="konzept.pdf"',
    );

    const handOver = download.replace('/datei', '/uebergabe');
    expect((await send(handOver, { an: 'bergkamen', uebergeben: 'morgen' })).status).toBe(422);
    expect((await send(handOver, { uebergeben: '05.03.2023' })).status).toBe(422);
    expect((await send(handOver, { an: 'bergkamen', uebergeben: '05.03.2023' })).status).toBe(303);
    expect(await readPage(book, PAGE)).toContain('Lünen 03.03.2023, Bergkamen 05.03.2023');
    expect(await readPage(book, '/vertraege/kim-cities')).toContain('Unterlage „Rahmenkonzept“');
  });

  it('say when somebody else was faster', async () => {
    const { body } = await ask(book, PAGE);
    const [handOver = ''] = /[^"]+\/uebergabe/.exec(body) ?? [];
    const late = await send(handOver, { an: 'luenen', uebergeben: '04.03.2023', stand: '1' });
    expect([late.status, late.body]).toEqual([422, expect.stringContaining('role="alert"')]);
  });

  it('answer for an unknown part with 404', async () => {
    expect((await ask(book, `${PAGE}/nirgends/datei`)).status).toBe(404);
    expect((await ask(book, `${PAGE}/nirgends/uebergabe`)).status).toBe(404);
    expect((await ask(book, '/vertraege/nirgends/unterlagen')).status).toBe(404);
  });

  function file(fields: Readonly<Record<string, string>>, content: string): Promise<Answer> {
    const body = new FormData();
    for (const [name, value] of Object.entries(fields)) body.set(name, value);
    body.set('datei', new Blob([content]), 'konzept.pdf');
    return ask(book, `${PAGE}/neu`, { method: 'POST', body });
  }

  function send(path: string, fields: Readonly<Record<string, string>>): Promise<Answer> {
    return ask(book, path, { method: 'POST', body: new URLSearchParams(fields) });
  }
});
