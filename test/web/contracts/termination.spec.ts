import { ask } from '../answers.js';
import { readPage } from '../read-page.js';
import { startWebApp, type WebApp } from '../web-app.js';

const PAGE = '/vertraege/kim-awo/kuendigung';
const CITIES = '/vertraege/kim-cities/kuendigung';

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

  it('says on the page of the contract that it ends, and is taken back with a reason', async () => {
    const contract = '/vertraege/kim-awo';
    expect(await readPage(book, contract)).toContain('Der Vertrag endet am 31.12.2024 für alle');
    const path = `${PAGE}/zuruecknehmen`;
    expect(await readPage(book, path)).toContain('Eingang 01.03.2024');
    const withdraw = (grund: string) =>
      ask(book, path, { method: 'POST', body: new URLSearchParams({ grund }) });
    const empty = await withdraw('');
    expect([empty.status, empty.body]).toEqual([422, expect.stringContaining('id="grund-error"')]);
    expect((await withdraw('Die Parteien setzen fort')).status).toBe(303);
    expect(await readPage(book, contract)).not.toContain('endet am 31.12.2024');
    expect((await withdraw('noch einmal')).status).toBe(409);
  });

  it('names the people on posts and the contracts below that lose their money', async () => {
    const text = await readPage(book, `${CITIES}?partei=luenen&eingang=10.03.2024`);
    expect(text).toContain('Stadt Bergkamen endet mit');
    expect(text).toContain('Stellen, die danach noch besetzt sind');
    expect(text).toContain('Weiterleitung im Nordkreis: Lünen an Selm und Werne');
  });

  it('says so where the contract ends by itself', async () => {
    const text = await readPage(book, `${CITIES}?partei=luenen&eingang=10.03.2025`);
    expect(text).toContain('endet der Vertrag spätestens an diesem Tag ohnehin');
  });

  function send() {
    const body = new URLSearchParams({ partei: 'kreis', eingang: '01.03.2024' });
    return ask(book, PAGE, { method: 'POST', body });
  }
});
