import { SmtpMailer } from '../../../src/platform/mail/smtp-mailer.js';
import { mailServer } from '../../support/mail-server.js';
import { refusalOf } from '../../support/refusal-of.js';

describe('mail', () => {
  let server: Awaited<ReturnType<typeof mailServer>>;
  const seal = {
    ...{ to: ['rpa@kreis.example'], subject: 'Siegel für März', text: 'Stand 7 – geprüft' },
    attachments: [{ filename: 'siegel.json', contentType: 'application/json', content: '{}' }],
  };
  const mailer = (kind: 'example' | 'empty', smtpUrl: string | undefined) =>
    new SmtpMailer({ smtpUrl, mailFrom: 'buch@kreis.example' }, { kind });

  beforeAll(async () => {
    server = await mailServer();
  });
  afterAll(() => server.stop());

  it('goes out through the office’s server, with its attachments', async () => {
    await mailer('empty', server.url).send(seal);
    expect(server.received).toHaveLength(1);
    expect(server.received[0]).toMatch(/^From: buch@kreis\.example$/m);
    expect(server.received[0]).toMatch(/^To: rpa@kreis\.example$/m);
    expect(server.received[0]).toContain('siegel.json');
  });

  it('does not go out of an example book, or without a server', async () => {
    const before = server.received.length;
    expect(await refusalOf(mailer('example', server.url).send(seal))).toContain('example-book');
    expect(await refusalOf(mailer('empty', undefined).send(seal))).toContain('not-configured');
    expect(server.received).toHaveLength(before);
  });

  it('tells what the server has said against it', async () => {
    const refused = mailer('empty', server.url).send({ ...seal, to: ['niemand@kreis.example'] });
    expect(await refusalOf(refused)).toContain('gibt es nicht');
    const nobodyThere = mailer('empty', 'smtp://127.0.0.1:1').send(seal);
    expect(await refusalOf(nobodyThere)).toContain('ECONNREFUSED');
  });
});
