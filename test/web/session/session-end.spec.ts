import { paths } from '../../../src/web/paths.js';
import { startWebApp, type WebApp } from '../web-app.js';
import { CookieBrowser, formIn, OFFICER } from './cookie-browser.js';

interface State {
  readonly person: string;
  readonly idleMs: number;
  readonly latestMs: number;
  readonly token: string;
}

const HOUR = 60;

describe('a session', () => {
  let book: WebApp;

  beforeAll(async () => {
    book = await startWebApp({ as: 'nobody', environment: { RATE_LIMIT_PER_MINUTE: '0' } });
  });
  afterAll(() => book.close());

  const later = (minutes: number): void => {
    book.clock.moveOn(minutes * 60_000);
  };
  const officer = async (): Promise<CookieBrowser> => {
    const browser = new CookieBrowser(book);
    await browser.signIn(OFFICER);
    return browser;
  };
  const stateOf = async (browser: CookieBrowser): Promise<State> =>
    JSON.parse((await browser.get(paths.session)).body) as State;

  it('says on each page when it ends', async () => {
    const { text } = await (await officer()).get(paths.positions);
    expect(text).toContain(
      'Ihre Sitzung endet um 09:30 Uhr, wenn Sie bis dahin nichts tun; spätestens um 19:00 Uhr.',
    );
  });

  it('is not prolonged by being looked at', async () => {
    const browser = await officer();
    later(20);
    expect(await stateOf(browser)).toMatchObject({ idleMs: 10 * 60_000 });
    later(9);
    expect(await stateOf(browser)).toMatchObject({ idleMs: 60_000 });
    later(1);
    expect(await stateOf(browser)).toEqual(
      expect.objectContaining({ person: '', token: '', idleMs: 0 }),
    );
  });

  it('is not looked up for files of the product', async () => {
    const browser = await officer();
    const { body } = await browser.get(paths.positions);
    const [file = ''] = /\/assets\/[\w.-]+\.css/.exec(body) ?? [];
    later(20);
    expect((await browser.get(file)).status).toBe(200);
    expect(await stateOf(browser)).toMatchObject({ idleMs: 10 * 60_000 });
  });

  it('goes on when somebody says so', async () => {
    const browser = await officer();
    const { body } = await browser.get(paths.positions);
    later(28);
    const { _token = '' } = formIn(body, `action="${paths.signOut}"`);
    const told = await browser.post(paths.session, { _token });
    expect(JSON.parse(told.body)).toMatchObject({ idleMs: 30 * 60_000 });
    later(29);
    expect((await browser.get(paths.positions)).status).toBe(200);
  });

  it('does not go on by a request without its token', async () => {
    const browser = await officer();
    expect((await browser.post(paths.session, {})).status).toBe(403);
  });

  it('ends after ten hours, whatever is done', async () => {
    const browser = await officer();
    for (let done = 0; done < 10 * HOUR - 20; done += 20) {
      later(20);
      expect((await browser.get(paths.positions)).status).toBe(200);
    }
    const { text } = await browser.get(paths.positions);
    expect(text).toMatch(/Ihre Sitzung endet um \d\d:\d\d Uhr\./);
    later(20);
    expect((await browser.get(paths.positions)).to).toMatch(/^\/anmelden/);
  });

  it('answers a draft that saves itself after the end with 401', async () => {
    const browser = await officer();
    const { body } = await browser.get(paths.positions);
    const form: Record<string, string> = { ...formIn(body, 'action="/entwuerfe"'), neu: '1' };
    const { to } = await browser.post(paths.drafts, form);
    const { to: step } = await browser.get(to);
    later(31);
    const saved = await browser.send(step, {
      method: 'PUT',
      headers: { 'content-type': 'application/json', 'if-match': '"1"' },
      body: JSON.stringify({ _token: form['_token'] }),
    });
    expect(saved.status).toBe(401);
  });

  it('leaves nothing in the browser to go back to', async () => {
    const browser = await officer();
    for (const path of [paths.overview, paths.positions, paths.calculators, '/api/v1/contracts']) {
      expect((await browser.get(path)).headers.get('cache-control')).toBe('no-store');
    }
    const { body } = await browser.get(paths.positions);
    const out = await browser.post(paths.signOut, formIn(body, `action="${paths.signOut}"`));
    expect(out.headers.get('clear-site-data')).toBe('"cache"');
    expect([...browser.cookies.keys()]).not.toContain('wb-sitzung');
  });

  it('shows each person their own page, also where pages are kept', async () => {
    const [one, other] = [await officer(), new CookieBrowser(book)];
    await other.signIn('pruefung@kreis-unna.example');
    const [first, second] = [await one.get('/'), await other.get('/')];
    expect(first.text).toContain('Sabine Vogt');
    expect(second.text).not.toContain('Sabine Vogt');
    const token = /name="_token" value="([^"]+)"/;
    expect(token.exec(first.body)?.[1]).not.toBe(token.exec(second.body)?.[1]);
  });
});

describe('somebody who has not signed in', () => {
  let book: WebApp;
  beforeAll(async () => {
    book = await startWebApp({ as: 'nobody', environment: { RATE_LIMIT_PER_MINUTE: '0' } });
  });
  afterAll(() => book.close());

  it('gets a cookie only with a page that has a form', async () => {
    const browser = new CookieBrowser(book);
    for (const path of [paths.calculators, paths.shareCalculator, paths.imprint, paths.session]) {
      await browser.get(path);
    }
    expect([...browser.cookies.keys()]).toEqual([]);
    await browser.get(paths.signIn());
    expect([...browser.cookies.keys()]).toEqual(['wb-besuch']);
  });

  it.each([
    ['GET', '/stellen'],
    ['HEAD', '/stellen'],
    ['GET', '/gibt-es-nicht'],
    ['HEAD', '/gibt-es-nicht'],
    ['GET', '/stellen/gibt-es-nicht'],
  ])('learns nothing of which pages there are: %s %s', async (method, path) => {
    const { status, to } = await new CookieBrowser(book).get(path, method);
    expect([status, to]).toEqual([303, paths.signIn(path)]);
  });

  it.each([
    ['GET', '/api/v1/gibt-es-nicht', 401],
    ['GET', '/api/v1/positions', 401],
    ['POST', '/gibt-es-nicht', 401],
    ['POST', '/stellen/x/zuruecknehmen', 401],
    ['GET', '/favicon.ico', 404],
  ])('learns nothing of which routes there are: %s %s', async (method, path, expected) => {
    const { status } = await new CookieBrowser(book).get(path, method);
    expect(status).toBe(expected);
  });
});
