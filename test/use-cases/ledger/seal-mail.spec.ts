import { ClosePeriodUseCase } from '../../../src/ledger/periods/close-period.use-case.js';
import { ClosingSealQueries } from '../../../src/ledger/closing-seal.queries.js';
import { SealBookCommand } from '../../../src/ledger/seal-book.command.js';
import { SealBookUseCase } from '../../../src/ledger/seal-book.use-case.js';
import { SendSealUseCase } from '../../../src/ledger/send-seal.use-case.js';
import { SealMailQueries } from '../../../src/ledger/seal-mails.queries.js';
import { readConfig } from '../../../src/platform/config/app-config.js';
import { UnitOfWork } from '../../../src/platform/database/unit-of-work.js';
import { SmtpMailer } from '../../../src/platform/mail/smtp-mailer.js';
import { mailServer } from '../../support/mail-server.js';
import { appOnEachDatabase } from '../../support/open-app.js';

appOnEachDatabase({}, (app) => {
  let server: Awaited<ReturnType<typeof mailServer>>;
  const sending = (to: string, url = server.url) => {
    const config = readConfig({ SMTP_URL: url, SEAL_MAIL: to, MAIL_FROM: 'buch@kreis.example' });
    const mailer = new SmtpMailer(config, { kind: 'empty' });
    return new SendSealUseCase(
      ...([mailer, config, app().get(ClosingSealQueries)] as const),
      ...([app().get(SealMailQueries), app().get(UnitOfWork)] as const),
    );
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

  it('is kept where the server refuses it, and sent again until it has left', async () => {
    const mail = async (period: string) => (await app().get(SealMailQueries).mails()).get(period);
    const [closed, rpa] = ['2025-02', 'rpa@kreis.example'];
    const change = { by: 'system:test', reason: 'Monatsabschluss', key: 'close-2025-02' };
    await app().get(ClosePeriodUseCase).execute(change, closed);
    await sending(rpa, 'smtp://127.0.0.1:1').ofClosing(closed);
    expect(await mail(closed)).toMatchObject({ attempts: 1, to: [rpa] });
    expect((await mail(closed))?.refused).toContain('refused');
    expect(await sending(rpa, 'smtp://127.0.0.1:1').sendOpen()).toBe(0);
    const before = server.received.length;
    expect(await sending('').sendOpen()).toBe(0);
    expect(await sending(rpa).sendOpen()).toBe(2);
    expect(server.received).toHaveLength(before + 2);
    expect((await mail(closed))?.refused).toBeUndefined();
    expect(await sending(rpa).sendOpen()).toBe(0);
  });

  it('takes earlier ones along when the next month is closed', async () => {
    const close = async (period: string, url?: string) => {
      const change = { by: 'system:test', reason: 'Monatsabschluss', key: `close-${period}` };
      await app().get(ClosePeriodUseCase).execute(change, period);
      return sending('rpa@kreis.example', url).ofClosing(period);
    };
    await close('2025-03', 'smtp://127.0.0.1:1');
    const before = server.received.length;
    await close('2025-04');
    expect(server.received).toHaveLength(before + 2);
    expect(await app().get(SealMailQueries).open()).toEqual([]);
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
