import { readableAddress } from './readable-address.js';

describe('the address of a request', () => {
  it.each([
    '/',
    '/vertraege/kim-cities?jahr=2025',
    '/stellen/%C3%BCber%20uns',
    '/stellen/a%2Fb',
    '/?stand=%00',
    '/?stand=%zz#%',
  ])('stays %s', (url) => {
    expect(readableAddress(url)).toBe(url);
  });

  it.each([
    ['a broken escape', '/vertraege/%zz'],
    ['half an escape', '/vertraege/%'],
    ['a lone surrogate', '/vertraege/%ED%A0%80'],
    ['a NUL', '/vertraege/a%00b?jahr=2025'],
    ['2000 characters', `/vertraege/${'a'.repeat(2000)}`],
  ])('leads nowhere with %s', (_, url) => {
    expect(readableAddress(url)).toBe('/-');
    expect(readableAddress(`/api/v1${url}`)).toBe('/api/-');
  });
});
