import { ask } from '../answers.js';
import { startWebApp, type WebApp } from '../web-app.js';

const FILING = '/vertraege/kim-cities/unterlagen/neu';
const FORMS = [
  '/anmelden',
  '/abmelden',
  '/entwuerfe',
  '/verwaltung/vertretungen',
  FILING,
  '/nirgends',
];

const FIELD = '--x\r\nContent-Disposition: form-data; name="grund"\r\n\r\nUrlaub\r\n';
const FILE =
  '--x\r\nContent-Disposition: form-data; name="datei"; filename="a.pdf"\r\n\r\n%PDF-1.7\r\n';

/** What no page of ours sends: refused in German, without a word in the log of failures. */
describe('a form that is none', () => {
  let visitor: WebApp;
  let officer: WebApp;
  beforeAll(async () => {
    visitor = await startWebApp({ as: 'nobody' });
    officer = await startWebApp();
  });
  afterAll(async () => {
    await visitor.close();
    await officer.close();
  });

  const bodies = [
    ['application/json', '"x"'],
    ['application/json', '5'],
    ['application/json', 'true'],
    ['text/plain', 'mail=x'],
    ['text/plain', ''],
  ] as const;

  it.each(FORMS.flatMap((form) => bodies.map(([type, body]) => ({ form, type, body }))))(
    '$type $body for $form is refused',
    async ({ form, type, body }) => {
      const post = { method: 'POST', headers: { 'content-type': type }, body };
      const stranger = { ...post, headers: { ...post.headers, cookie: 'nothing=' } };
      expect((await ask(visitor, form, stranger)).status).toBeLessThan(500);
      expect((await ask(officer, form, post)).status).toBeLessThan(500);
    },
  );

  const parts = [
    ['without a separator', 'multipart/form-data', FIELD],
    ['that stops within a field', 'multipart/form-data; boundary=x', FIELD.slice(0, -4)],
    ['that stops after a field', 'multipart/form-data; boundary=x', FIELD],
    ['that stops within a file', 'multipart/form-data; boundary=x', FILE.slice(0, -4)],
    ['that stops after a file', 'multipart/form-data; boundary=x', FIELD + FILE],
  ] as const;

  it.each(parts)('%s is not readable', async (_, type, body) => {
    for (const to of [FILING, '/api/v1/contracts/kim-cities/documents']) {
      const headers = { 'content-type': type };
      const answer = await ask(officer, to, { method: 'POST', headers, body });
      expect([to, answer.status]).toEqual([to, 400]);
      expect(answer.body).toContain('unvollständig oder falsch aufgebaut');
    }
  });
});
