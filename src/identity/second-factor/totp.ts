import { timingSafeEqual } from 'node:crypto';
import { Secret, TOTP } from 'otpauth';
import type { Instant } from '../../domain/calendar/instant.js';

/** What all apps for one-time codes compute (RFC 6238): SHA-1, six digits, a new one each 30 s. */
const KIND = { algorithm: 'SHA1', digits: 6, period: 30 } as const;

/** Clocks of phones are wrong by up to a step, and typing takes time. */
const STEPS_ASIDE = [0, -1, 1] as const;

const SECRET_BYTES = 20;

/** A new secret for an app, in base32: 160 random bits (RFC 4226, 4). */
export function newTotpSecret(): string {
  return new Secret({ size: SECRET_BYTES }).base32;
}

/** The address that an app reads from the QR code: who signs in, and where. */
export function totpUri(secret: string, mail: string, officeName: string): string {
  const issuer = `Weiterleitungsbuch ${officeName}`.replaceAll(':', ' ');
  return new TOTP({ ...KIND, issuer, label: mail, secret: Secret.fromBase32(secret) }).toString();
}

/**
 * The step of 30 s since 1970 that a code belongs to; undefined: the code is wrong, too old, or used.
 * Whoever signs in stores the step, so that no code and none before it is taken again (RFC 6238, 5.2).
 *
 * @param lastStep the step of the code that was taken last; undefined: none was yet
 */
export function totpStep(
  secret: string,
  code: string,
  lastStep: number | undefined,
  now: Instant,
): number | undefined {
  if (!isTotpCode(code)) return undefined;
  const digits = bare(code);
  const key = Secret.fromBase32(secret);
  const current = TOTP.counter({ period: KIND.period, timestamp: Date.parse(now) });
  return STEPS_ASIDE.map((aside) => current + aside)
    .filter((step) => step > (lastStep ?? -1))
    .find((step) => isSame(digits, codeOf(key, step)));
}

/** Six digits, with spaces as apps show them. */
export function isTotpCode(code: string): boolean {
  return /^\d{6}$/.test(bare(code));
}

function bare(code: string): string {
  return code.replace(/\s/g, '');
}

function codeOf(secret: Secret, step: number): string {
  return TOTP.generate({ ...KIND, secret, timestamp: step * KIND.period * 1000 });
}

function isSame(one: string, other: string): boolean {
  return timingSafeEqual(Buffer.from(one), Buffer.from(other));
}
