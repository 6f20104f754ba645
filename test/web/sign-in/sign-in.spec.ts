import { DEMO_PASSWORD } from '../../../src/identity/identity.js';
import { PeopleQueries } from '../../../src/identity/people/people.queries.js';
import { demoTable } from '../../../src/web/sign-in/demo-table.js';
import { lacking, textOf } from '../answers.js';
import { startWebApp, type WebApp } from '../web-app.js';
import { Guest } from './guest.js';

const CLERK = 'sachbearbeitung@kreis-unna.example';
const SESSION = 'wb-sitzung';

describe('signing in', () => {
  let app: WebApp;
  beforeAll(async () => {
    app = await startWebApp({ as: 'nobody' });
  });
  afterAll(() => app.close());

  it('leads on to where somebody wanted to go', async () => {
    const guest = new Guest(app);
    const away = await guest.get('/vertraege?jahr=2024');
    expect(away.status).toBe(303);
    const signIn = away.headers.get('location') ?? '';
    expect(signIn).toBe('/anmelden?weiter=%2Fvertraege%3Fjahr%3D2024');
    expect((await guest.get(signIn)).body).toContain('name="weiter" value="/vertraege?jahr=2024"');
    const answer = await guest.signIn(CLERK, DEMO_PASSWORD, '/vertraege?jahr=2024');
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/vertraege?jahr=2024']);
    const { status, body } = await guest.get('/vertraege?jahr=2024');
    expect(status).toBe(200);
    expect(textOf(body)).toContain('Sabine Vogt Demo-Konto Sachbearbeitung');
  });

  it.each(['https://boese.example/', '//boese.example', '/\\boese.example', '/\t/boese.example'])(
    'leads nobody elsewhere: %j',
    async (to) => {
      const answer = await new Guest(app).signIn('pruefung@kreis-unna.example', DEMO_PASSWORD, to);
      expect([answer.status, answer.headers.get('location')]).toEqual([303, '/']);
    },
  );

  it('tells in the same bytes that a password is wrong and that there is no account', async () => {
    const guest = new Guest(app);
    const answers = [];
    for (const mail of ['controlling@kreis-unna.example', 'niemand@kreis-unna.example']) {
      const { status, body, headers } = await guest.signIn(mail, 'geraten');
      expect(lacking(body)).toBeUndefined();
      expect(body).not.toContain('geraten');
      answers.push([status, body.replaceAll(mail, 'MAIL'), headers.get('cache-control')]);
    }
    expect(answers[0]).toEqual(answers[1]);
    expect(answers[0]?.[0]).toBe(401);
  });

  it('offers each demo account by one click, in groups', async () => {
    const people = await app.app.get(PeopleQueries).all();
    const { body } = await new Guest(app).get('/anmelden');
    const offered = new Set([...body.matchAll(/name="konto" value="(\w+)"/g)].map(([, id]) => id));
    expect(offered).toEqual(new Set(people.map(({ id }) => id)));
    const guest = new Guest(app);
    const luenen = people.find(({ mail }) => mail === 'leitung@luenen.example');
    const { status } = await guest.post('/anmelden/demo', { konto: luenen?.id ?? '' }, '/anmelden');
    expect(status).toBe(303);
    expect(textOf((await guest.get('/rechner')).body)).toContain('Leitung Stadt Lünen Demo-Konto');
  });

  it('prints the demo accounts with their password and the way in', async () => {
    const table = demoTable(await app.app.get(PeopleQueries).all(), 'http://localhost:3000');
    expect(table).toContain('http://localhost:3000/anmelden');
    expect(table).toContain(DEMO_PASSWORD);
    expect(table).toMatch(/^ {2}Kasse +Petra Lange +kasse-1@kreis-unna\.example$/m);
    expect(table).toMatch(/^ {2}Weiterleitungsempfänger +Leitung Stadt Lünen +leitung@luenen/m);
  });

  it('gives a session of its own to each sign-in, and takes none from elsewhere', async () => {
    const guest = new Guest(app);
    guest.setCookie(SESSION, 'von-jemand-anderem');
    await guest.signIn(CLERK, DEMO_PASSWORD);
    const first = guest.cookie(SESSION);
    expect(first).not.toBe('von-jemand-anderem');
    await guest.signIn('kasse-1@kreis-unna.example', DEMO_PASSWORD);
    expect(guest.cookie(SESSION)).not.toBe(first);
    const thief = new Guest(app);
    thief.setCookie(SESSION, first ?? '');
    expect((await thief.get('/vertraege')).status).toBe(303);
  });

  it('ends with signing out, on the server, too', async () => {
    const guest = new Guest(app);
    await guest.signIn(CLERK, DEMO_PASSWORD);
    const secret = guest.cookie(SESSION) ?? '';
    const { status } = await guest.post('/abmelden', {}, '/rechner');
    expect(status).toBe(303);
    expect(guest.cookie(SESSION)).toBeUndefined();
    guest.setCookie(SESSION, secret);
    expect((await guest.get('/vertraege')).status).toBe(303);
  });

  it('makes whoever guesses wait, and says until when', async () => {
    const guest = new Guest(app);
    for (let guess = 1; guess <= 4; guess += 1)
      await guest.signIn('kasse-2@kreis-unna.example', 'x');
    const { status, body } = await guest.signIn('kasse-2@kreis-unna.example', DEMO_PASSWORD);
    expect(status).toBe(429);
    expect(textOf(body)).toMatch(/Zu viele Versuche .*ab 09:00:02 Uhr möglich/);
  });

  it('knows addresses behind a proxy only where the office trusts it', async () => {
    const guest = new Guest(app, { 'x-forwarded-for': '203.0.113.7' });
    await guest.signIn(CLERK, DEMO_PASSWORD);
    const sessions = 'select address from session order by id desc';
    const { Reader } = await import('../../../src/platform/database/reader.js');
    const [newest] = await app.app.get(Reader).all<{ address: string }>(sessions);
    expect(newest?.address).toBe('127.0.0.1');
  });
});

describe('behind a proxy with TLS', () => {
  let app: WebApp;
  beforeAll(async () => {
    const environment = { PUBLIC_URL: 'https://buch.kreis.example', TRUSTED_PROXY: '127.0.0.1' };
    app = await startWebApp({ as: 'nobody', environment });
  });
  afterAll(() => app.close());

  it('cookies are closed to scripts, other sites and bare connections', async () => {
    const guest = new Guest(app, { 'x-forwarded-for': '203.0.113.7' });
    const visit = await guest.get('/anmelden');
    const entry = await guest.signIn(CLERK, DEMO_PASSWORD);
    const lines = [...visit.headers.getSetCookie(), ...entry.headers.getSetCookie()].filter(
      (line) => !line.includes('=;'),
    );
    expect(lines.map((line) => line.split('=')[0])).toEqual([
      '__Host-wb-besuch',
      '__Host-wb-sitzung',
    ]);
    for (const line of lines) {
      expect(line).toMatch(/; Path=\/; HttpOnly; Secure; SameSite=Lax$/);
    }
    const { Reader } = await import('../../../src/platform/database/reader.js');
    const [session] = await app.app
      .get(Reader)
      .all<{ address: string }>('select address from session order by id desc');
    expect(session?.address).toBe('203.0.113.7');
  });

  it('browsers are told to ask encrypted only, and to keep nothing of the way in', async () => {
    const guest = new Guest(app);
    for (const path of ['/anmelden', '/passwort-vergessen', '/passwort-vergessen/gesendet']) {
      const { headers } = await guest.get(path);
      expect(headers.get('strict-transport-security')).toBe('max-age=31536000');
      expect(headers.get('cache-control')).toBe('no-store');
      expect(headers.get('content-security-policy')).not.toContain('unsafe');
    }
  });
});
