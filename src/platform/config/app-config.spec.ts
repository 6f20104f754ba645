import { join } from 'node:path';
import { readConfig } from './app-config.js';
import { ConfigError } from './config-error.js';
import { projectRoot } from './project-root.js';
import { withoutPassword } from './settings.js';

function problemsOf(environment: Record<string, string>): readonly string[] {
  try {
    readConfig(environment);
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
  return [];
}

describe('the settings', () => {
  it('need none to start: an example book in a file, on loopback', () => {
    expect(readConfig({})).toEqual({
      database: { kind: 'sqlite', file: join(process.cwd(), 'data/buch.sqlite') },
      port: 3000,
      host: '127.0.0.1',
      book: undefined,
      bookAtFirstStart: 'example',
      rateLimitPerMinute: 60_000,
      sessionIdleMinutes: 30,
      sessionHours: 10,
      publicUrl: undefined,
      trustedProxy: [],
      directory: undefined,
      secondFactor: false,
      onePersonRule: undefined,
      officeName: 'Kreis Unna',
      officialWebsite: false,
      smtpUrl: undefined,
      mailFrom: 'weiterleitungsbuch@localhost',
      sealMail: [],
      contractsDir: join(projectRoot(), 'contracts'),
      templatesDir: join(projectRoot(), 'templates'),
    });
  });

  it('take the proxies before the service as addresses and networks', () => {
    const { trustedProxy } = readConfig({ TRUSTED_PROXY: '10.0.0.7, fd00::/8,192.168.0.0/24' });
    expect(trustedProxy).toEqual(['10.0.0.7', 'fd00::/8', '192.168.0.0/24']);
  });

  it('ask for a second factor where it is switched on', () => {
    expect(readConfig({ SECOND_FACTOR: 'on' }).secondFactor).toBe(true);
    expect(readConfig({ SECOND_FACTOR: 'off' }).secondFactor).toBe(false);
  });

  it('make an empty book in production, unless one is asked for', () => {
    expect(readConfig({ NODE_ENV: 'production' }).bookAtFirstStart).toBe('empty');
    expect(readConfig({ NODE_ENV: 'production', BOOK: 'example' }).bookAtFirstStart).toBe(
      'example',
    );
  });

  it('take an absolute file, a PostgreSQL address, and an empty value as unset', () => {
    expect(readConfig({ DATABASE_URL: 'sqlite:/var/buch.sqlite' }).database).toEqual({
      kind: 'sqlite',
      file: '/var/buch.sqlite',
    });
    const url = 'postgres://buch:geheim@db:5432/buch';
    expect(readConfig({ DATABASE_URL: url }).database).toEqual({ kind: 'postgres', url });
    expect(readConfig({ DATABASE_URL: '', PORT: ' ' }).port).toBe(3000);
  });

  it.each([
    ['DATABASE_URL', 'mysql://root@localhost/buch', 'ist keine Adresse'],
    ['DATABASE_URL', 'data/buch.sqlite', 'ist keine Adresse'],
    ['DATABASE_URL', 'postgres://db', 'der Name der Datenbank fehlt'],
    ['DATABASE_URL', 'sqlite::memory:', 'im Arbeitsspeicher geht nicht'],
    ['PORT', '80a', 'keine ganze Zahl von 0 bis 65535'],
    ['PORT', '65536', 'keine ganze Zahl von 0 bis 65535'],
    ['TRUSTED_PROXY', '10.0.0.7, proxy', '„proxy“ ist keine Adresse'],
    ['TRUSTED_PROXY', '10.0.0.0/33', 'ist keine Adresse'],
    ['TRUSTED_PROXY', '10.0.0.0/8/8', 'ist keine Adresse'],
    ['SECOND_FACTOR', 'ja', 'erwartet wird „on“ oder „off“'],
    ['SECOND_FACTOR', 'ON', 'erwartet wird „on“ oder „off“'],
    ['SECRETS_KEY', 'geheim', 'das ist kein Schlüssel; erwartet werden 32 zufällige Bytes'],
    ['SECRETS_KEY', `${'A'.repeat(42)}==`, 'das ist kein Schlüssel'],
    ['SECRETS_KEY', `${'A'.repeat(42)}B=`, 'das ist kein Schlüssel'],
    ['SESSION_IDLE_MINUTES', '0', 'keine ganze Zahl von 1 bis 1440'],
    ['SESSION_HOURS', '25', 'keine ganze Zahl von 1 bis 24'],
    ['PUBLIC_URL', 'buch.kreis.de', 'erwartet wird „https://buch.kreis.de“'],
    ['PUBLIC_URL', 'https://kreis.de/buch', 'erwartet wird „https://buch.kreis.de“'],
    ['BOOK', 'demo', 'erwartet wird „example“ oder „empty“'],
    ['OFFICIAL_WEBSITE', 'ja', 'erwartet wird „on“ oder „off“'],
    ['RATE_LIMIT_PER_MINUTE', '-1', 'keine ganze Zahl'],
    ['SMTP_URL', 'mail.kreis.de', 'erwartet wird „smtp://benutzer@rechner:587“'],
    ['MAIL_FROM', 'Kreis Unna', 'ist keine Mailadresse'],
    ['SEAL_MAIL', 'rpa@kreis.de, kasse', '„kasse“ ist keine Mailadresse'],
  ])('refuse %s=%s', (name, value, problem) => {
    const [first, ...others] = problemsOf({ [name]: value });
    expect(first).toMatch(new RegExp(`^${name}: .*${problem}`));
    expect(others).toEqual([]);
  });

  it('take a key of 32 bytes, and repeat none, right or wrong', () => {
    const key = Buffer.alloc(32, 'geheim').toString('base64');
    const { secretsKey } = readConfig({ SECRETS_KEY: key });
    expect(secretsKey?.export().toString('base64')).toBe(key);
    expect(JSON.stringify({ secretsKey })).not.toContain(key.slice(0, 8));
    expect(problemsOf({ SECRETS_KEY: key.slice(4) }).join()).not.toContain(key.slice(4, 12));
    expect(readConfig({}).secretsKey).toBeUndefined();
  });

  it('tell all mistakes at once, and no password', () => {
    const problems = problemsOf({ PORT: 'x', DATABASE_URL: 'mysql://root:geheim@db/buch' });
    expect(problems).toHaveLength(2);
    expect(problems.join()).not.toContain('geheim');
    expect(withoutPassword('postgres://a:b%40c@db/x')).toBe('postgres://a:***@db/x');
  });
});
