import { ask, textOf } from '../answers.js';
import { post } from '../form-walk.js';
import { startWebApp, type WebApp } from '../web-app.js';

const NOTICE = 'notice-fit-in-deutsch-2025';
const PAGE = `/bescheide/${NOTICE}/zuruecknehmen`;
const API = `/api/v1/notices/${NOTICE}`;

describe('a notice that is taken back', () => {
  let book: WebApp;

  beforeAll(async () => {
    book = await startWebApp();
  }, 60_000);
  afterAll(() => book.close());

  const seenOn = (body: string): string => /name="stand" value="(\d+)"/.exec(body)?.[1] ?? '';

  it('stays where somebody changed it meanwhile: who asked sees what, and keeps the reason', async () => {
    const shown = await ask(book, PAGE);
    const known = await ask(book, API);
    const fact = JSON.parse(known.body) as Record<string, unknown>;
    const changed = await ask(book, API, {
      method: 'PUT',
      headers: { 'content-type': 'application/json', 'if-match': known.headers.get('etag') ?? '' },
      body: JSON.stringify({ ...fact, title: 'FIT in Deutsch', reason: 'Titel gekürzt' }),
    });
    expect([changed.status, changed.body]).toEqual([200, expect.any(String)]);
    const late = await post(book, PAGE, {
      ...{ grund: 'doppelt eingetragen', schluessel: 'withdraw-late', stand: seenOn(shown.body) },
    });
    expect(late.status).toBe(412);
    expect(textOf(late.body)).toContain('Inzwischen geändert');
    expect(textOf(late.body)).toMatch(/Geändert .* Uhr: Titel gekürzt/);
    expect(late.body).toContain('value="doppelt eingetragen"');
    expect(late.body).toContain(`href="/bescheide/${NOTICE}"`);
    const again = await post(book, PAGE, {
      ...{ grund: 'doppelt eingetragen', schluessel: 'withdraw-again' },
      stand: seenOn(late.body),
    });
    expect([again.status, again.headers.get('location')]).toEqual([303, '/bescheide']);
  });
});
