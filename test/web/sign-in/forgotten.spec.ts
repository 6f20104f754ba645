import { PeopleQueries } from '../../../src/identity/people/people.queries.js';
import { RecordPersonUseCase } from '../../../src/identity/people/record-person.use-case.js';
import { AskPasswordResetUseCase } from '../../../src/identity/sign-in/ask-password-reset.use-case.js';
import { mailServer } from '../../support/mail-server.js';
import { textOf } from '../answers.js';
import { startWebApp, type WebApp } from '../web-app.js';
import { Guest } from './guest.js';

const MAIL = 'renate@kreis-unna.de';
const PASSWORD = 'lampe wolke fahrrad senf';

describe('a forgotten password', () => {
  let app: WebApp;
  let server: Awaited<ReturnType<typeof mailServer>>;

  beforeAll(async () => {
    server = await mailServer();
    const environment = {
      ...{ BOOK: 'empty', SMTP_URL: server.url, MAIL_FROM: 'buch@kreis-unna.de' },
      PUBLIC_URL: 'http://buch.kreis-unna.de',
    };
    app = await startWebApp({ as: 'nobody', environment });
    const change = { by: 'system:tests', reason: 'Neu im Haus', key: 'record-renate' };
    const person = { name: 'Renate Beispiel', mail: MAIL, roles: ['officer'] } as const;
    await app.app.get(RecordPersonUseCase).execute(change, person);
  });
  afterAll(async () => {
    await app.close();
    await server.stop();
  });

  const asked = async (mail: string, headers = {}) => {
    const answer = await new Guest(app, headers).post('/passwort-vergessen', { mail });
    await app.app.get(AskPasswordResetUseCase).idle();
    return answer;
  };

  it('is answered in the same way whether there is an account or not; only one gets mail', async () => {
    const answers = [await asked(MAIL), await asked('niemand@kreis-unna.de')];
    expect(
      answers.map(({ status, body, headers }) => [status, body, headers.get('location')]),
    ).toEqual(Array(2).fill([303, '', '/passwort-vergessen/gesendet']));
    expect(server.received).toHaveLength(1);
    expect(server.received[0]).toMatch(/^To: renate@kreis-unna\.de$/m);
  });

  it('is replaced with the link of the mail, which names the office’s own address', async () => {
    await asked(MAIL, { host: 'boese.example', 'x-forwarded-host': 'boese.example' });
    const mail = (server.received.at(-1) ?? '').replaceAll('=\r\n', '');
    const link = /http:\/\/buch\.kreis-unna\.de(\/passwort\/[\w-]{43})/.exec(mail)?.[1] ?? '';
    const guest = new Guest(app);
    const { status, body } = await guest.get(link);
    expect(status).toBe(200);
    expect(textOf(body)).toMatch(/Guten Tag Renate Beispiel.*mindestens 12 Zeichen/);
    const wrong = await guest.post(link, { passwort: 'kurz', wiederholung: 'kurz' });
    expect(wrong.status).toBe(422);
    expect(wrong.body).toContain('aria-invalid="true"');
    const unequal = await guest.post(link, { passwort: PASSWORD, wiederholung: 'anders' });
    expect(textOf(unequal.body)).toContain('Beide Eingaben müssen gleich sein');
    expect(unequal.body).not.toContain(PASSWORD);
    const done = await guest.post(link, { passwort: PASSWORD, wiederholung: PASSWORD });
    expect([done.status, done.headers.get('location')]).toEqual([303, '/anmelden?fertig=passwort']);
    expect((await guest.signIn(MAIL, PASSWORD)).headers.get('location')).toBe('/');
    const again = await guest.get(link);
    expect([again.status, textOf(again.body)]).toEqual([
      404,
      expect.stringContaining('Dieser Link gilt nicht mehr'),
    ]);
  });

  it('is asked for four times an hour at most, without telling', async () => {
    const before = server.received.length;
    for (let time = 1; time <= 6; time += 1) expect((await asked(MAIL)).status).toBe(303);
    expect(server.received.length - before).toBeLessThan(4);
  });

  it('needs a whole mail address', async () => {
    const { status, body } = await asked('renate');
    expect(status).toBe(422);
    expect(textOf(body)).toContain('Geben Sie Ihre ganze Mailadresse an');
  });

  it('is asked of twenty addresses from one desk, not of all', async () => {
    const guest = new Guest(app);
    let status = 0;
    for (let time = 1; time <= 21; time += 1) {
      ({ status } = await guest.post('/passwort-vergessen', { mail: `a${time}@kreis-unna.de` }));
    }
    expect(status).toBe(429);
  });

  it('offers no demo accounts in a book of an office', async () => {
    const { body } = await new Guest(app).get('/anmelden');
    expect(body).not.toContain('name="konto"');
    expect(textOf(body)).not.toContain('Demo');
    expect(await app.app.get(PeopleQueries).all()).toHaveLength(1);
  });
});

describe('where no mail leaves', () => {
  it.each([
    ['empty', 'Wenden Sie sich an die Verwaltung der Konten'],
    ['example', 'Aus einem Beispielbuch gehen keine Mails hinaus'],
  ])('the page says who helps instead, in a book of kind %s', async (kind, text) => {
    const app = await startWebApp({ as: 'nobody', environment: { BOOK: kind } });
    const { body } = await new Guest(app).get('/passwort-vergessen');
    expect(textOf(body)).toContain(text);
    expect(body).not.toContain('name="mail"');
    await app.close();
  });
});
