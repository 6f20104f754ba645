import { ask } from '../answers.js';
import { readPage } from '../read-page.js';
import { startWebApp, type WebApp } from '../web-app.js';

const PAGE = '/vertraege/kim-awo/kuendigung';

describe('the page of a termination', () => {
  let book: WebApp;

  beforeAll(async () => {
    book = await startWebApp();
  });
  afterAll(() => book.close());

  it('asks first, and shows what it would do before anything is entered', async () => {
    expect(await readPage(book, PAGE)).not.toContain('Was die Kündigung bewirkt');
    const text = await readPage(book, `${PAGE}?partei=kreis&eingang=01.03.2024`);
    expect(text).toContain('Der Vertrag endet am 31.12.2024');
    expect(text).toContain('sicher bis 28.06.2024');
  });

  it('names a day that cannot be read', async () => {
    expect(await readPage(book, `${PAGE}?partei=kreis&eingang=31.02.2024`)).toContain(
      'Eine Angabe stimmt noch nicht',
    );
  });

  it('enters it once, and refuses a second one with its sentence', async () => {
    expect((await send()).status).toBe(303);
    const second = await send();
    expect(second.status).toBe(422);
    expect(second.body).toContain('role="alert"');
  });

  function send() {
    const body = new URLSearchParams({ partei: 'kreis', eingang: '01.03.2024' });
    return ask(book, PAGE, { method: 'POST', body });
  }
});
