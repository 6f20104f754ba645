import { Secret, URI } from 'otpauth';
import type { Instant } from '../../domain/calendar/instant.js';
import { newTotpSecret, totpStep, totpUri } from './totp.js';

/** The secret of RFC 6238, appendix B, for SHA-1. */
const SECRET = Secret.fromLatin1('12345678901234567890').base32;

const at = (seconds: number) => new Date(seconds * 1000).toISOString() as Instant;

describe('a one-time code', () => {
  it.each([
    [59, '287082'],
    [1_111_111_109, '081804'],
    [1_111_111_111, '050471'],
    [1_234_567_890, '005924'],
    [2_000_000_000, '279037'],
    [20_000_000_000, '353130'],
  ])('is that of RFC 6238 at second %d', (seconds, code) => {
    expect(totpStep(SECRET, code, undefined, at(seconds))).toBe(Math.floor(seconds / 30));
  });

  it('is taken one step early and one step late, not two', () => {
    const step = 37_037_036;
    const taken = [-2, -1, 0, 1, 2].map((aside) =>
      totpStep(SECRET, '081804', undefined, at((step + aside) * 30)),
    );
    expect(taken).toEqual([undefined, step, step, step, undefined]);
  });

  it('is taken once, and none from before it', () => {
    const step = 37_037_036;
    expect(totpStep(SECRET, '081804', step, at(step * 30))).toBeUndefined();
    expect(totpStep(SECRET, '081804', step + 1, at(step * 30))).toBeUndefined();
    expect(totpStep(SECRET, '081804', step - 1, at(step * 30))).toBe(step);
    expect(totpStep(SECRET, '050471', step, at((step + 1) * 30))).toBe(step + 1);
  });

  it('may be typed as apps show it', () => {
    expect(totpStep(SECRET, ' 081 804 ', undefined, at(1_111_111_109))).toBe(37_037_036);
  });

  it.each(['', '81804', '0818040', '081805', '08180a', '０８１８０４'])('is not "%s"', (code) => {
    expect(totpStep(SECRET, code, undefined, at(1_111_111_109))).toBeUndefined();
  });
});

describe('the secret', () => {
  it('has 160 bits and is another each time', () => {
    const secrets = [newTotpSecret(), newTotpSecret()];
    expect(new Set(secrets).size).toBe(2);
    for (const secret of secrets) expect(secret).toMatch(/^[A-Z2-7]{32}$/);
  });

  it('comes into the app with person and place', () => {
    const uri = totpUri(SECRET, 'anna@kreis.example', 'Kreis: Unna');
    expect(uri).toMatch(/^otpauth:\/\/totp\//);
    expect(URI.parse(uri)).toMatchObject({
      ...{ issuer: 'Weiterleitungsbuch Kreis  Unna', label: 'anna@kreis.example' },
      ...{ algorithm: 'SHA1', digits: 6, period: 30 },
      secret: expect.objectContaining({ base32: SECRET }) as Secret,
    });
  });
});
