import { isReservedMail } from './reserved-domains.rules.js';

describe('a mail address', () => {
  it.each(['a@kreis.example', 'a@b.c.test', 'A@KREIS.INVALID', 'a@example.org', 'a@b.example.com'])(
    'is made up for sure: %s',
    (mail) => {
      expect(isReservedMail(mail)).toBe(true);
    },
  );

  it.each(['a@kreis-unna.de', 'a@myexample.org', 'a@example.de', 'a@test.de', 'x@a.example@b.de'])(
    'may be somebody’s: %s',
    (mail) => {
      expect(isReservedMail(mail)).toBe(false);
    },
  );
});
