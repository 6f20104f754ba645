import { readConfig } from './app-config.js';
import { ConfigError } from './config-error.js';
import { readIssuer } from './directory-settings.js';

const ENOUGH = {
  PUBLIC_URL: 'https://buch.kreis.example',
  OIDC_ISSUER: 'https://anmeldung.kreis.example/realms/kreis',
  OIDC_CLIENT_ID: 'weiterleitungsbuch',
  OIDC_GROUPS: 'foerderung=officer,leitung=approver',
};

/** What the operator reads instead of a service that starts. */
function toldAbout(environment: Readonly<Record<string, string>>): string {
  try {
    readConfig(environment);
  } catch (error) {
    if (error instanceof ConfigError) return error.message;
    throw error;
  }
  return '';
}

describe('the settings of the directory', () => {
  it('are none, or all that it needs', () => {
    expect(readConfig({}).directory).toBeUndefined();
    expect(readConfig(ENOUGH).directory).toEqual({
      issuer: ENOUGH.OIDC_ISSUER,
      clientId: 'weiterleitungsbuch',
      clientSecret: undefined,
      groupsClaim: 'groups',
      groups: 'foerderung=officer,leitung=approver',
    });
  });

  it('take a secret, and another claim for the groups', () => {
    const more = { OIDC_CLIENT_SECRET: 'geheim', OIDC_GROUPS_CLAIM: 'roles' };
    expect(readConfig({ ...ENOUGH, ...more }).directory).toMatchObject({
      ...{ clientSecret: 'geheim', groupsClaim: 'roles' },
    });
  });

  it.each([
    ['PUBLIC_URL', 'PUBLIC_URL: fehlt; dorthin schickt das Verzeichnis zurück'],
    ['OIDC_CLIENT_ID', 'OIDC_CLIENT_ID: fehlt; unter diesem Namen kennt das Verzeichnis das Buch'],
    ['OIDC_GROUPS', 'OIDC_GROUPS: fehlt; sonst bekäme niemand eine Rolle'],
    ['OIDC_ISSUER', 'OIDC_ISSUER: fehlt; ohne die Adresse gibt es kein Verzeichnis'],
  ])('are refused without %s', (name, sentence) => {
    const told = toldAbout({ ...ENOUGH, [name]: ' ' });
    expect(told).toContain('Die Einstellungen sind fehlerhaft:');
    expect(told.match(/^ {2}\w+: /gm)).toHaveLength(1);
    expect(told).toContain(sentence);
  });

  it.each([
    ['OIDC_CLIENT_ID', 'buch'],
    ['OIDC_CLIENT_SECRET', 'geheim'],
    ['OIDC_GROUPS', 'leitung=approver'],
    ['OIDC_GROUPS_CLAIM', 'roles'],
  ])('are refused with %s alone, and the value is not repeated', (name, value) => {
    const told = toldAbout({ [name]: value });
    expect(told).toContain('OIDC_ISSUER: fehlt');
    expect(told).not.toContain(value);
  });

  it('are refused with an address that is none; what else is missing is told with it', () => {
    const told = toldAbout({ OIDC_ISSUER: 'http://anmeldung.kreis.example', OIDC_CLIENT_ID: 'b' });
    expect(told).toContain('OIDC_ISSUER: erwartet wird „https://anmeldung.kreis.de/…“');
    expect(told).toContain('PUBLIC_URL: fehlt');
    expect(told).toContain('OIDC_GROUPS: fehlt');
  });
});

describe('the address of the directory', () => {
  it.each([
    'https://login.microsoftonline.com/00000000-0000-0000-0000-000000000000/v2.0',
    'https://anmeldung.kreis.example/realms/kreis',
    'http://127.0.0.1:8080',
    'http://localhost:8080/realms/kreis',
    'http://[::1]:8080',
  ])('may be %s', (text) => {
    expect(readIssuer(text)).toBe(text);
  });

  it.each([
    '',
    'anmeldung.kreis.example',
    'http://anmeldung.kreis.example',
    'http://127.0.0.1.kreis.example',
    'http://localhost.kreis.example',
    'ftp://localhost',
    'https://user:geheim@kreis.example',
    'https://kreis.example?tenant=1',
  ])('may not be "%s", and the text is not repeated', (text) => {
    expect(() => readIssuer(text)).toThrow(
      new RangeError('erwartet wird „https://anmeldung.kreis.de/…“, ohne Benutzer und ohne „?“'),
    );
  });
});
