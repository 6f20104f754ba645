import { DomainError } from '../../domain/errors/domain-error.js';

/** Not the password of whoever has signed in. Facts: pointer. */
export class PasswordWrong extends DomainError {
  readonly code = 'identity.password-wrong';
  readonly status = 422;
}

/** None of one's own sessions, or over already. */
export class UnknownSession extends DomainError {
  readonly code = 'identity.unknown-session';
  readonly status = 404;
}
