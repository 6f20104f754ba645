import { ClosePeriodUseCase } from '../../../src/ledger/periods/close-period.use-case.js';
import { ClosingSealQueries } from '../../../src/ledger/closing-seal.queries.js';
import { SealBookCommand } from '../../../src/ledger/seal-book.command.js';
import { SealBookUseCase } from '../../../src/ledger/seal-book.use-case.js';
import { SendSealUseCase } from '../../../src/ledger/send-seal.use-case.js';
import { readConfig } from '../../../src/platform/config/app-config.js';
import { SmtpMailer } from '../../../src/platform/mail/smtp-mailer.js';
import { mailServer } from '../../support/mail-server.js';
import { appOnEachDatabase } from '../../support/open-app.js';

appOnEachDatabase({}, (app) => {
  let server: Awaited<ReturnType<typeof mailServer>>;
  const sending = (to: string, url = server.url) => {
    const config = readConfig({ SMTP_URL: url, SEAL_MAIL: to, MAIL_FROM: 'buch@kreis.example' });
    const mailer = new SmtpMailer(config, { kind: 'empty' });
    return new SendSealUseCase(mailer, config, app().get(ClosingSealQueries));
  };

  beforeAll(async () => {
    server = await mailServer();
    const change = { by: 'system:test', reason: 'Monatsabschluss', key: 'close-2025-01' };
    await app().get(ClosePeriodUseCase).execute(change, '2025-01');
  });
  afterAll(() => server.stop());

  it('sends the seal of a closing to all who are named', async () => {
    const before = server.received.length;
    const sent = await sending('rpa@kreis.example, kasse@kreis.example').ofClosing('2025-01');
    expect(sent).toEqual({ to: ['rpa@kreis.example', 'kasse@kreis.example'] });
    const closing = await app().get(ClosingSealQueries).closing('2025-01');
    expect(server.received).toHaveLength(before + 1);
    expect(server.received.at(-1)?.replace(/=\r?\n/g, '')).toContain(closing?.hash);
  });

  it('tells what the server has against it; the closing stands', async () => {
    const sent = await sending('niemand@kreis.example').ofClosing('2025-01');
    expect(sent?.refused?.facts).toMatchObject({ reason: 'refused' });
    const nobody = await sending('rpa@kreis.example', 'smtp://127.0.0.1:1').ofClosing('2025-01');
    expect(nobody?.refused?.facts).toMatchObject({ reason: 'refused' });
  });

  it('goes out from the console too', async () => {
    const lines: string[] = [];
    const io = { out: (line: string) => lines.push(line), err: (line: string) => lines.push(line) };
    const command = new SealBookCommand(app().get(SealBookUseCase), sending('rpa@kreis.example'));
    expect(await command.run(['--mail', 'rpa@kreis.example'], io)).toBe(0);
    expect(lines.join('\n')).toContain('Gesendet an rpa@kreis.example.');
    expect(await command.run(['--mail', 'rpa'], io)).toBe(2);
    expect(await command.run(['--mail'], io)).toBe(2);
    expect(lines.join('\n')).toContain('„rpa“ ist keine Mailadresse.');
  });
});
