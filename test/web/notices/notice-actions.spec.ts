import { ask } from '../answers.js';
import { readPage } from '../read-page.js';
import { startWebApp, type WebApp } from '../web-app.js';

describe('what can be done with a notice', () => {
  let book: WebApp;

  beforeAll(async () => {
    book = await startWebApp();
  });
  afterAll(() => book.close());

  it('stands on its page, with its history', async () => {
    const text = await readPage(book, '/bescheide/notice-kim-2-2025');
    expect(text).toContain('Änderungsbescheid eintragen');
    expect(text).toContain('Anschlussbescheid eintragen');
    expect(text).toContain('Verlauf');
    expect(text).toContain('Neu im Buch');
  });

  it('begins on the list', async () => {
    expect(await readPage(book, '/bescheide')).toContain('Bescheid eintragen');
  });

  it('refuses to take back a notice that is used, before somebody types a reason', async () => {
    const answer = await ask(book, '/bescheide/notice-kim-2-2025/zuruecknehmen');
    expect(answer.status).toBe(409);
  });

  it('passes on nothing from a notice that amends none', async () => {
    const answer = await ask(book, '/bescheide/notice-kim-2-2025/weitergabe');
    expect(answer.status).toBe(422);
  });
});
