import { PeopleQueries } from '../../../src/identity/people/people.queries.js';
import { oidcServer, type OidcServer } from '../../support/oidc-server.js';
import { ask, textOf, type Answer } from '../answers.js';
import { startWebApp, type WebApp } from '../web-app.js';

const PUBLIC = 'http://127.0.0.1:3999';
const ANNA = { name: 'Anna Ćosić', email: 'anna@kreis.example', email_verified: true };

describe('signing in with the account of the house', () => {
  const anna: Record<string, unknown> = { ...ANNA, groups: ['foerderung', 'leitung'] };
  let server: OidcServer;
  let web: WebApp;

  beforeAll(async () => {
    server = await oidcServer({
      accounts: { anna },
      redirectUrl: `${PUBLIC}/anmelden/verzeichnis/antwort`,
      configuration: {
        claims: {
          openid: ['sub'],
          profile: ['name', 'groups'],
          email: ['email', 'email_verified'],
        },
      },
    });
    web = await startWebApp({
      as: 'nobody',
      environment: {
        BOOK: 'empty',
        PUBLIC_URL: PUBLIC,
        OIDC_ISSUER: server.issuer,
        OIDC_CLIENT_ID: server.clientId,
        OIDC_CLIENT_SECRET: server.clientSecret,
        OIDC_GROUPS: 'foerderung=officer,leitung=approver,kasse=treasury',
      },
    });
  });
  afterAll(async () => {
    await web.close();
    await server.stop();
  });

  /** A browser that has opened the page "Anmelden": its cookie, and the token of its forms. */
  const visit = async (): Promise<{ cookie: string; token: string }> => {
    const { headers, body } = await ask(web, '/anmelden');
    expect(textOf(body)).toContain('Mit dem Konto des Hauses anmelden');
    const token = /name="_token" value="([^"]+)"/.exec(body)?.[1] ?? '';
    return { cookie: cookieOf({ headers }), token };
  };

  const begin = async (browser: { cookie: string; token: string }): Promise<string> => {
    const answer = await ask(web, '/anmelden/verzeichnis', {
      method: 'POST',
      headers: { cookie: browser.cookie },
      body: new URLSearchParams({ _token: browser.token, weiter: '/entwuerfe' }),
    });
    expect(answer.status).toBe(200);
    return /^0; url=(.*)$/.exec(answer.headers.get('refresh') ?? '')?.[1] ?? '';
  };

  const comeBack = async (url: string, cookie: string): Promise<Answer> => {
    const back = await server.signIn(url, 'anna');
    return ask(web, back.pathname + back.search, { headers: { cookie } });
  };

  it('begins a session, makes the account, and leads on', async () => {
    const browser = await visit();
    const answer = await comeBack(await begin(browser), browser.cookie);
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/entwuerfe']);
    const page = await ask(web, '/konto', { headers: { cookie: cookieOf(answer) } });
    expect(textOf(page.body)).toContain('Sie melden sich mit dem Konto des Hauses an.');
    expect(await web.app.get(PeopleQueries).byMail('anna@kreis.example')).toMatchObject({
      ...{ name: 'Anna Ćosić', roles: ['officer', 'approver'], source: 'directory' },
    });
  });

  it('takes an answer once, and only from the browser that began', async () => {
    const browser = await visit();
    const back = await server.signIn(await begin(browser), 'anna');
    const address = back.pathname + back.search;
    const stranger = await ask(web, address, { headers: { cookie: (await visit()).cookie } });
    expect(stranger.status).toBe(403);
    expect(textOf(stranger.body)).toContain('passt nicht zu dieser Anmeldung');
    expect((await ask(web, address)).status).toBe(403);
    const headers = { cookie: browser.cookie };
    expect((await ask(web, address, { headers })).status).toBe(303);
    expect((await ask(web, address, { headers })).status).toBe(403);
  });

  it('takes a role away with the group, and everything with the last one', async () => {
    const browser = await visit();
    const first = await comeBack(await begin(browser), browser.cookie);
    anna['groups'] = ['foerderung'];
    const other = await visit();
    await comeBack(await begin(other), other.cookie);
    expect(await web.app.get(PeopleQueries).byMail('anna@kreis.example')).toMatchObject({
      roles: ['officer'],
    });
    const late = await ask(web, '/konto', { headers: { cookie: cookieOf(first) } });
    expect(late.headers.get('location')).toContain('/anmelden');
    anna['groups'] = ['alle'];
    const last = await visit();
    const refused = await comeBack(await begin(last), last.cookie);
    expect(refused.status).toBe(403);
    expect(textOf(refused.body)).toContain('für das Buch nicht freigegeben');
  });

  it('lets nobody go on in an older session whose groups do not go together any more', async () => {
    anna['groups'] = ['foerderung'];
    const browser = await visit();
    const first = await comeBack(await begin(browser), browser.cookie);
    const look = () => ask(web, '/konto', { headers: { cookie: cookieOf(first) } });
    expect((await look()).status).toBe(200);
    anna['groups'] = ['foerderung', 'kasse'];
    const other = await visit();
    expect((await comeBack(await begin(other), other.cookie)).status).toBe(403);
    expect((await look()).headers.get('location')).toContain('/anmelden');
  });
});

function cookieOf({ headers }: Pick<Answer, 'headers'>): string {
  return headers
    .getSetCookie()
    .map((line) => line.split(';')[0] ?? '')
    .filter((pair) => !pair.endsWith('='))
    .join('; ');
}
