import { readIssuer } from './directory-settings.js';

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
