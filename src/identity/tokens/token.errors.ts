import { DomainError } from '../../domain/errors/domain-error.js';

/** The key of a program is good for nothing: unknown, over, revoked or without consent; told alike. */
export class TokenInvalid extends DomainError {
  readonly code = 'identity.token-invalid';
  readonly status = 401;
}

/** No program may have this role. Facts: role, pointer. */
export class TokenRoleUnfit extends DomainError {
  readonly code = 'identity.token-role-unfit';
  readonly status = 422;
}

/** A key would end in the past, or later than in a year. Facts: until, latest, pointer. */
export class TokenDayUnfit extends DomainError {
  readonly code = 'identity.token-day-unfit';
  readonly status = 422;
}

/** There is no such key. Facts: id. */
export class UnknownToken extends DomainError {
  readonly code = 'identity.unknown-token';
  readonly status = 404;
}

/** The key is in force already, is over, or was revoked. Facts: state. */
export class TokenSettled extends DomainError {
  readonly code = 'identity.token-settled';
  readonly status = 409;
}
