import { DomainError } from '../domain/errors/domain-error.js';

/** A new password has too few characters. Facts: length, least. */
export class PasswordTooShort extends DomainError {
  readonly code = 'identity.password-too-short';
  readonly status = 422;

  constructor(facts: { readonly length: number; readonly least: number }) {
    super(facts);
  }
}

/** A new password has more characters than are taken. Facts: most. */
export class PasswordTooLong extends DomainError {
  readonly code = 'identity.password-too-long';
  readonly status = 422;

  constructor(facts: { readonly most: number }) {
    super(facts);
  }
}

/**
 * What makes a password easy to guess: it is on the list, it says who signs in where, or it is a
 * pattern of the keyboard.
 */
export type GuessedBy = 'list' | 'context' | 'pattern';

/** Whoever guesses passwords would soon try this one. Facts: guessedBy; never the password. */
export class PasswordTooCommon extends DomainError {
  readonly code = 'identity.password-too-common';
  readonly status = 422;

  constructor(facts: { readonly guessedBy: GuessedBy }) {
    super(facts);
  }
}
