import { PasswordTooCommon, PasswordTooLong, PasswordTooShort } from './passwords.errors.js';
import { guessedBy, type GuessableWords } from './guessable.rules.js';

/** Fewest characters of a password; a second factor makes up for what is missing to 15. */
export const PASSWORD_LEAST = 12;

/** Most characters of a password: whole sentences fit in. */
export const PASSWORD_MOST = 256;

/** The form in which a password is measured, hashed and verified, whichever keyboard typed it. */
export function normalPassword(password: string): string {
  return password.normalize('NFKC');
}

/**
 * "Passwort wählen": length and guessability are asked for, nothing else. No kinds of characters are
 * demanded, spaces and all of Unicode are taken, and nothing expires (NIST SP 800-63B, Passwords).
 *
 * @throws PasswordTooShort counted in code points
 * @throws PasswordTooLong
 * @throws PasswordTooCommon
 */
export function ensureFitPassword(password: string, words: GuessableWords): void {
  const normal = normalPassword(password);
  const length = Array.from(normal).length;
  if (length < PASSWORD_LEAST) throw new PasswordTooShort({ length, least: PASSWORD_LEAST });
  if (length > PASSWORD_MOST) throw new PasswordTooLong({ most: PASSWORD_MOST });
  const reason = guessedBy(normal, words);
  if (reason !== undefined) throw new PasswordTooCommon({ guessedBy: reason });
}
