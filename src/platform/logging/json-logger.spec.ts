import { FixedClock } from '../clock/fixed-clock.js';
import { JsonLogger } from './json-logger.js';
import { withoutSecrets } from './without-secrets.js';

describe('the log', () => {
  const lines: string[] = [];
  const logger = new JsonLogger(new FixedClock('2025-06-02T08:00:00Z'), (line) => lines.push(line));
  const last = (): unknown => JSON.parse(lines.at(-1) ?? '');

  it('is one JSON object per line', () => {
    logger.log('Das Buch ist offen', 'Start');
    expect(last()).toEqual({
      at: '2025-06-02T08:00:00.000Z',
      level: 'info',
      context: 'Start',
      text: 'Das Buch ist offen',
    });
    expect(lines.at(-1)).toMatch(/^[^\n]+\n$/);
  });

  it('keeps an error with its stack, and what was said about it', () => {
    const error = new Error('broken\nin two');
    logger.error('Kennung 4711: GET /stellen', error.stack, 'ErrorFilter');
    expect(last()).toMatchObject({ level: 'error', context: 'ErrorFilter', stack: error.stack });
    logger.fatal(error);
    expect(last()).toMatchObject({ level: 'fatal', text: 'broken\nin two', stack: error.stack });
  });

  it('takes objects, and sums of money in them', () => {
    logger.debug({ amount: 5n });
    logger.warn('knapp');
    expect(JSON.parse(lines.at(-2) ?? '')).toMatchObject({ level: 'debug', text: { amount: '5' } });
  });

  it.each([
    ['postgres://buch:geheim@db/buch', 'postgres://buch:***@db/buch'],
    ['authorization: Bearer abc.def-123', 'authorization: *** ***'],
    ['{"password":"geheim","a":1}', '{"password":"***","a":1}'],
    ['GET /einladung/Qk3x-9_aZ7pLmN', 'GET /einladung/***'],
    ['Referer: http://buch/passwort/Qk3x-9_aZ7pLmN?x=1', 'Referer: http://buch/passwort/***?x=1'],
    ['POST /unterlagen?_token=abc-def', 'POST /unterlagen?_token=***'],
    ['Cookie: a=1; wb-sitzung=geheim; b=2', 'Cookie: ***; wb-sitzung=***; b=2'],
    ['__Host-wb-besuch=geheim', '__Host-wb-besuch=***'],
    ['hash $argon2id$v=19$m=19456,t=2,p=1$c2Fs$aGFz da', 'hash *** da'],
    ['mail=a@b.example&passwort=lampe&x', 'mail=a@b.example&passwort=***'],
    ['DE02 1203 0000 0000 2020 51 ist falsch', 'DE02 *** ist falsch'],
    ['Stelle 17 in Lünen', 'Stelle 17 in Lünen'],
  ])('writes %s as %s', (text, expected) => {
    expect(withoutSecrets(text)).toBe(expected);
  });
});
