import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from '../config/app-config.js';
import { ConfigError } from '../config/config-error.js';
import { SecretsKeyMissing, SecretsKeyWrong } from './secrets.errors.js';
import { Secrets } from './secrets.js';

const OTHER_KEY = Buffer.alloc(32, 'other').toString('base64');
const POSTGRES = 'postgres://buch@db/buch';

describe('secrets beside an embedded database', () => {
  let folder: string;
  let file: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'secrets-'));
    file = join(folder, 'buch.sqlite.key');
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  const instance = (environment: Record<string, string> = {}): Secrets =>
    new Secrets(
      readConfig({ DATABASE_URL: `sqlite:${join(folder, 'buch.sqlite')}`, ...environment }),
    );

  it('have a key that is made at the first need, for its owner only', () => {
    const secrets = instance();
    expect([secrets.canSeal, secrets.hasKey(), readdirSync(folder)]).toEqual([true, false, []]);
    secrets.seal('text', 'anna');
    expect(readdirSync(folder)).toEqual(['buch.sqlite.key']);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(Buffer.from(readFileSync(file, 'utf8'), 'base64')).toHaveLength(32);
  });

  it('open in each instance, also in one that was there before the key', () => {
    const [early, other] = [instance(), instance()];
    const text = other.seal('text', 'anna');
    expect(early.open(text, 'anna')).toBe('text');
    expect(instance().open(text, 'anna')).toBe('text');
    expect(other.open(early.seal('more', 'anna'), 'anna')).toBe('more');
  });

  it('never get a new key to be read with', () => {
    const text = instance().seal('text', 'anna');
    rmSync(file);
    expect(() => instance().open(text, 'anna')).toThrow(SecretsKeyWrong);
    expect(readdirSync(folder)).toEqual([]);
  });

  it('do not open with another key, which goes before the file', () => {
    const text = instance().seal('text', 'anna');
    const other = instance({ SECRETS_KEY: OTHER_KEY });
    expect(other.place).toBe('SECRETS_KEY');
    expect(() => other.open(text, 'anna')).toThrow(SecretsKeyWrong);
    expect(other.opens(text, 'anna')).toBe(false);
  });

  it('tell of a file that holds no key', () => {
    writeFileSync(file, 'kaputt');
    const told = expect.objectContaining({
      problems: [expect.stringMatching(/^Schlüsseldatei „.*buch.sqlite.key“: das ist kein Schl/)],
    }) as ConfigError;
    expect(() => instance().hasKey()).toThrow(told);
    expect(() => instance().seal('text', 'anna')).toThrow(told);
    expect(readFileSync(file, 'utf8')).toBe('kaputt');
  });
});

describe('secrets with PostgreSQL', () => {
  it('have the key that is set, or none', () => {
    const set = new Secrets(readConfig({ DATABASE_URL: POSTGRES, SECRETS_KEY: OTHER_KEY }));
    expect(set.open(set.seal('text', 'anna'), 'anna')).toBe('text');
    const unset = new Secrets(readConfig({ DATABASE_URL: POSTGRES }));
    expect([unset.canSeal, unset.hasKey()]).toEqual([false, false]);
    expect(() => unset.seal('text', 'anna')).toThrow(SecretsKeyMissing);
  });
});
