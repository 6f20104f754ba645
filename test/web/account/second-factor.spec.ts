import { Secret, TOTP } from 'otpauth';
import { PasswordHashing } from '../../../src/identity/passwords/password-hashing.js';
import { RecordPersonUseCase } from '../../../src/identity/people/record-person.use-case.js';
import { Credentials } from '../../../src/identity/sign-in/credentials.js';
import { UnitOfWork } from '../../../src/platform/database/unit-of-work.js';
import { ask, textOf, type Answer } from '../answers.js';
import { startWebApp, type WebApp } from '../web-app.js';

const PASSWORD = 'lampe wolke fahrrad senf';
const MAIL = 'anordnung@kreis.example';

describe('an approver whose office demands a second factor', () => {
  let web: WebApp;
  let cookie = '';

  beforeAll(async () => {
    web = await startWebApp({ as: 'nobody', environment: { BOOK: 'empty', SECOND_FACTOR: 'on' } });
    const change = { by: 'system:tests', reason: 'Tests', key: MAIL };
    const person = { name: 'Elif Aydın', mail: MAIL, roles: ['approver'] } as const;
    const id = await web.app.get(RecordPersonUseCase).execute(change, person);
    const hash = await web.app.get(PasswordHashing).hash(PASSWORD);
    await web.app.get(UnitOfWork).note((tx) => web.app.get(Credentials).keep(tx, id, hash));
  });
  afterAll(() => web.close());

  const read = (path: string): Promise<Answer> => ask(web, path, { headers: { cookie } });

  /** Sends the form of a page that leads to `action`, as a browser does. */
  const send = async (
    page: string,
    action: string,
    fields: Readonly<Record<string, string>> = {},
  ): Promise<Answer> => {
    const shown = await read(page);
    cookie = merged(cookie, shown);
    const token = /name="_token" value="([^"]+)"/.exec(shown.body)?.[1] ?? '';
    const answer = await ask(web, action, {
      method: 'POST',
      headers: { cookie },
      body: new URLSearchParams({ _token: token, ...fields }),
    });
    cookie = merged(cookie, answer);
    return answer;
  };

  const codeAt = (secret: string): string =>
    TOTP.generate({
      secret: Secret.fromBase32(secret),
      timestamp: Date.parse(web.clock.now()),
    });

  it('reaches nothing but the set-up before, and everything after it', async () => {
    const credentials = { mail: MAIL, passwort: PASSWORD };
    expect((await send('/anmelden', '/anmelden', credentials)).status).toBe(303);
    for (const path of ['/', '/vertraege', '/konto', '/konto/passwort']) {
      expect((await read(path)).headers.get('location')).toBe('/konto/zweiter-faktor');
    }
    expect((await read('/api/v1/contracts')).status).toBe(403);
    const setUp = await read('/konto/zweiter-faktor');
    expect(textOf(setUp.body)).toContain('verlangt Ihr Haus einen zweiten Faktor');

    await send('/konto/zweiter-faktor', '/konto/zweiter-faktor');
    const offer = await read('/konto/zweiter-faktor');
    const secret = (/wb-factor__key">([^<]+)</.exec(offer.body)?.[1] ?? '').replaceAll(' ', '');
    const confirm = '/konto/zweiter-faktor/bestaetigen';
    expect((await send('/konto/zweiter-faktor', confirm, { code: '12345' })).status).toBe(422);
    const before = cookie;
    const done = await send('/konto/zweiter-faktor', confirm, { code: codeAt(secret) });
    expect(done.status).toBe(200);
    expect([...done.body.matchAll(/<li>[0-9a-z-]{19}<\/li>/g)]).toHaveLength(10);
    expect(cookie).not.toBe(before);
    expect((await read('/')).status).toBe(200);
    expect((await read('/konto')).status).toBe(200);
    expect((await ask(web, '/', { headers: { cookie: before } })).status).toBe(303);

    cookie = '';
    const again = await send('/anmelden', '/anmelden', credentials);
    expect(again.headers.get('location')).toContain('/anmelden/zweiter-faktor');
    expect((await read('/')).status).toBe(303);
    web.clock.moveOn(60_000);
    const step = '/anmelden/zweiter-faktor';
    expect((await send(step, step, { code: codeAt(secret) })).status).toBe(303);
    expect((await read('/')).status).toBe(200);
    const kept = await send(
      '/konto/zweiter-faktor/ausschalten',
      '/konto/zweiter-faktor/ausschalten',
      {
        passwort: PASSWORD,
      },
    );
    expect(kept.status).toBe(403);
  });
});

/** The cookies that a browser holds after an answer. */
function merged(held: string, { headers }: Answer): string {
  const jar = new Map(held.split('; ').filter(Boolean).map(pairOf));
  for (const line of headers.getSetCookie()) {
    const [name, value] = pairOf(line.split(';')[0] ?? '');
    if (value === '') jar.delete(name);
    else jar.set(name, value);
  }
  return [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
}

function pairOf(text: string): [string, string] {
  const middle = text.indexOf('=');
  return [text.slice(0, middle), text.slice(middle + 1)];
}
