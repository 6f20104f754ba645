import { ownAddress } from './own-address.js';

describe('after signing in', () => {
  it.each(['/', '/vertraege/kim-cities?jahr=2025', '/stellen/%C3%BCber'])(
    'people land where they wanted to go: %s',
    (to) => {
      expect(ownAddress(to)).toBe(to);
    },
  );

  it.each([
    'https://boese.example/',
    '//boese.example/',
    '/\\boese.example',
    '/\t/boese.example',
    '/\n/boese.example',
    '\\\\boese.example',
    '/.//boese.example',
    '/a/..//boese.example',
    'javascript:alert(1)',
    ' /vertraege',
    '@boese.example',
    'vertraege',
    '',
    '/anmelden?weiter=%2F',
    '//[',
  ])('nobody is led elsewhere: %j', (to) => {
    expect(ownAddress(to)).toBe('/');
  });

  it('a line break cannot begin another header', () => {
    expect(ownAddress('/a\r\nset-cookie: x=1')).not.toMatch(/[\r\n]/);
  });
});
