import { DomainError } from '../../domain/errors/domain-error.js';

/** A new password has too few characters. Facts: length, least. */
export class PasswordTooShort extends DomainError {
  readonly code = 'identity.password-too-short';
  readonly status = 422;
}

/** A new password has more characters than are taken. Facts: most. */
export class PasswordTooLong extends DomainError {
  readonly code = 'identity.password-too-long';
  readonly status = 422;
}

/** Whoever guesses passwords would soon try this one. Facts: guessedBy; not the password. */
export class PasswordTooCommon extends DomainError {
  readonly code = 'identity.password-too-common';
  readonly status = 422;
}
