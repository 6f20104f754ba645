import { DEMO_PASSWORD } from '../../../src/identity/identity.js';
import { ask } from '../answers.js';
import { startWebApp, type WebApp } from '../web-app.js';
import { Guest } from './guest.js';

const CLERK = 'sachbearbeitung@kreis-unna.example';

/** One of each kind of form: signing in and out, a case, a draft, a file. */
const FORMS = [
  '/anmelden',
  '/passwort-vergessen',
  '/abmelden',
  '/stellen/luenen-k2-1/zuruecknehmen',
  '/entwuerfe',
  '/besetzungen/einfuegen',
  '/was-waere-wenn',
];

const FILING = '/vertraege/kim-cities/unterlagen/neu';

describe('a form', () => {
  let app: WebApp;
  let guest: Guest;
  let tokens: Readonly<Record<string, string>>;

  beforeAll(async () => {
    app = await startWebApp({ as: 'nobody' });
    const [other, before] = [new Guest(app), new Guest(app)];
    await other.signIn('anordnung-1@kreis-unna.example', DEMO_PASSWORD);
    await before.signIn(CLERK, DEMO_PASSWORD);
    const older = await before.token('/vertraege');
    await before.signIn(CLERK, DEMO_PASSWORD);
    guest = before;
    tokens = {
      none: '',
      invented: 'QUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVowMTIzNDU',
      'of somebody else': await other.token('/vertraege'),
      'of an older session': older,
      'of a visitor': await new Guest(app).token('/anmelden'),
    };
  });
  afterAll(() => app.close());

  const kinds = ['none', 'invented', 'of somebody else', 'of an older session', 'of a visitor'];

  it.each(FORMS.flatMap((form) => kinds.map((kind) => ({ form, kind }))))(
    'to $form is refused with the token $kind',
    async ({ form, kind }) => {
      const { status, body } = await guest.post(form, { _token: tokens[kind] ?? '' });
      expect(status).toBe(403);
      expect(body).toContain('Das Formular gehört nicht zu dieser Sitzung');
    },
  );

  it.each(kinds)('with a file is refused with the token %s', async (kind) => {
    const body = new FormData();
    body.set('datei', new Blob(['%PDF-1.7'], { type: 'application/pdf' }), 'vertrag.pdf');
    const headers = { cookie: `wb-sitzung=${guest.cookie('wb-sitzung') ?? ''}` };
    const address = `${FILING}?_token=${tokens[kind] ?? ''}`;
    expect((await ask(app, address, { method: 'POST', headers, body })).status).toBe(403);
  });

  it('of the session itself is taken', async () => {
    const token = await guest.token('/vertraege');
    const { status } = await guest.post('/stellen/luenen-k2-1/zuruecknehmen', { _token: token });
    expect(status).not.toBe(403);
  });

  it('to sign in is bound to the browser: nobody is signed into an account of another', async () => {
    const victim = new Guest(app);
    await victim.get('/anmelden');
    const token = await new Guest(app).token('/anmelden');
    const fields = { mail: CLERK, passwort: DEMO_PASSWORD, _token: token };
    expect((await victim.post('/anmelden', fields)).status).toBe(403);
    expect(victim.cookie('wb-sitzung')).toBeUndefined();
  });
});
