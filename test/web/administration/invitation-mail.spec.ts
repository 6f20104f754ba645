import { mailServer } from '../../support/mail-server.js';
import { Doors } from '../access/askers.js';
import { textOf } from '../answers.js';
import { startWebApp, type WebApp } from '../web-app.js';
import { RecordPersonUseCase } from '../../../src/identity/people/record-person.use-case.js';

const ADMINISTRATOR = {
  ...{ name: 'Erika Muster', mail: 'erika@amt.de' },
  roles: ['administrator'] as const,
};

describe('an invitation in a real book', () => {
  let web: WebApp;
  let mails: Awaited<ReturnType<typeof mailServer>>;

  beforeAll(async () => {
    mails = await mailServer();
    const environment = { BOOK: 'empty', SMTP_URL: mails.url, PUBLIC_URL: 'http://buch.amt.de' };
    web = await startWebApp({ as: 'nobody', environment });
    const change = { by: 'system:console', reason: 'Test', key: 'first-administrator' };
    await web.app.get(RecordPersonUseCase).execute(change, ADMINISTRATOR);
  }, 60_000);
  afterAll(async () => {
    await web.close();
    await mails.stop();
  });

  const invite = async (mail: string) => {
    const administrator = await new Doors(web).person(ADMINISTRATOR.mail);
    const fields = {
      name: 'Nora Neu',
      mail,
      organisation: 'kreis',
      rollen: 'officer',
      grund: 'Neu',
    };
    const body = new URLSearchParams(fields).toString();
    return administrator.send('POST', '/verwaltung/einladen', body);
  };

  it('leaves by mail, and is shown to nobody else', async () => {
    const { status, body } = await invite('nora@amt.de');
    expect(status).toBe(200);
    expect(textOf(body)).toContain('Der Link ist an nora@amt.de unterwegs');
    expect(body).not.toContain('/einladung/');
    const text = mails.received.join('').replaceAll('=\r\n', '');
    expect(text).toMatch(/http:\/\/buch\.amt\.de\/einladung\/[\w-]{43}/);
  });

  it('is shown to the inviter where the server refuses the mail', async () => {
    const { status, body } = await invite('niemand@amt.de');
    expect(status).toBe(200);
    expect(textOf(body)).toContain('Der Mailserver hat die Mail nicht angenommen');
    expect(body).toMatch(/value="http:\/\/buch\.amt\.de\/einladung\/[\w-]{43}"/);
  });
});
