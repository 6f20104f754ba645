import { addDays } from '../../../src/domain/calendar/plain-date.js';
import { SystemClock } from '../../../src/platform/clock/system-clock.js';
import type { Engine } from '../../../src/platform/database/engine.js';
import type { BookKind } from '../../../src/platform/config/app-config.js';
import { callConsole } from '../../support/console-call.js';
import { addressText, ownDatabase, type OwnDatabase } from '../../support/templates.js';

/** The console stands at the present of the machine: a year from now is far enough for all runs. */
const LATER = addDays(new SystemClock().today(), 200);

describe.each<[Engine, BookKind]>([
  ['sqlite', 'empty'],
  ['postgres', 'empty'],
  ['sqlite', 'example'],
])('the console over a book on %s (%s)', (engine, kind) => {
  let own: OwnDatabase;
  const call = (...args: string[]) =>
    callConsole(args, { DATABASE_URL: addressText(own.address), BOOK: kind });
  const domain = kind === 'empty' ? 'amt.de' : 'kreis-unna.example';

  beforeAll(async () => {
    own = await ownDatabase(engine, kind);
  }, 60_000);
  afterAll(() => own.remove());

  it('invites the first administrator with a link, and the same address once', async () => {
    const invite = () =>
      call('user', 'invite', `erika.muster@${domain}`, '--role', 'administrator');
    const { code, out } = await invite();
    expect({ code, out }).toEqual({
      code: 0,
      out: expect.stringMatching(/http:\/\/localhost:3000\/einladung\/[\w-]{43}/) as string,
    });
    expect(out).toContain('Erika Muster ist eingeladen');
    const again = await invite();
    expect(again.code).toBe(1);
    expect(again.err).toContain('Zu jeder Mailadresse gibt es ein Konto');
    const link = await call('user', 'link', `erika.muster@${domain}`);
    expect([link.code, link.out]).toEqual([0, expect.stringMatching(/\/einladung\/[\w-]{43}/)]);
    const factor = await call('user', 'link', `erika.muster@${domain}`, '--factor', 'remove');
    expect([factor.code, factor.err]).toEqual([1, expect.stringContaining('kein zweiter Faktor')]);
    expect((await call('user', 'link', `niemand@${domain}`)).code).toBe(1);
  });

  it('prints a key that waits for an approver', async () => {
    const words = ['--role', 'treasury', '--purpose', 'Kasse', '--until', LATER, '--json'];
    const { code, out } = await call('token', 'create', ...words);
    expect(code).toBe(0);
    const { secret } = JSON.parse(out) as { readonly secret: string };
    expect(secret).toMatch(/^wb_[\w-]{43}$/);
  });

  it('refuses a real address in an example book, and says why', async () => {
    const { code, err } = await call('user', 'invite', 'a@amt-unna.de', '--role', 'auditor');
    expect(code).toBe(kind === 'example' ? 1 : 0);
    if (kind === 'example') expect(err).toMatch(/Beispielbuch/);
  });

  it.each([
    [['user', 'link', 'a@b.example', '--factor', 'x'], 'nur „remove“'],
    [['user', 'invite'], 'Es fehlt eine Mailadresse.'],
    [['user', 'invite', 'x', '--role', 'auditor'], 'keine Mailadresse'],
    [['user', 'invite', 'a@b.example', '--role', 'king'], '„king“ ist keine Rolle'],
    [['user', 'invite', 'a@b.example', '--role', 'partner'], '--partner KENNUNG'],
    [['user', 'invite', 'a@b.example', '--role', 'auditor', '--partner', 'luenen'], '--partner'],
    [['token', 'create', '--role', 'approver', '--purpose', 'x', '--until', LATER], 'keine Rolle'],
    [['token', 'create', '--role', 'auditor', '--until', LATER], 'fehlt der Zweck'],
    [
      ['token', 'create', '--role', 'auditor', '--purpose', 'x', '--until', 'bald'],
      'fehlt ein Tag',
    ],
  ])('tells what is wrong about %j', async (args, text) => {
    const { code, err } = await call(...args);
    expect(code).toBe(2);
    expect(err).toContain(text);
    expect(err).toContain('Aufruf:');
  });
});
