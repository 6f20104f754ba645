import { DomainError } from '../domain/errors/domain-error.js';

/** Nobody has signed in, or the session has ended. */
export class NotSignedIn extends DomainError {
  readonly code = 'identity.not-signed-in';
  readonly status = 401;
}

/** The role lacks the right. Facts: roles that have it. */
export class RightLacking extends DomainError {
  readonly code = 'identity.right-lacking';
  readonly status = 403;
}

/** It belongs to another organisation; told as if it did not exist. */
export class ForeignObject extends DomainError {
  readonly code = 'identity.foreign-object';
  readonly status = 404;
}

/** A form without the token of its session: another site sent it, or the page is from an older session. */
export class FormForeign extends DomainError {
  readonly code = 'identity.form-foreign';
  readonly status = 403;
}

/** Roles that one person may not hold together. Facts: roles. */
export class RolesApart extends DomainError {
  readonly code = 'identity.roles-apart';
  readonly status = 422;
}

/** There is an account with this mail address already. */
export class MailTaken extends DomainError {
  readonly code = 'identity.mail-taken';
  readonly status = 409;
}

/** A demo account beside real ones, or the other way round. */
export class PeopleMixed extends DomainError {
  readonly code = 'identity.people-mixed';
  readonly status = 409;
}

/** A link that is good for nothing: unknown, used, replaced, or too late. */
export class LinkOver extends DomainError {
  readonly code = 'identity.link-over';
  readonly status = 404;
}

/** Somebody tried too often, whoever it is and whether there is such an account. Facts: until. */
export class TooManyAttempts extends DomainError {
  readonly code = 'identity.too-many-attempts';
  readonly status = 429;
}

/** Mail address and password do not go together; whether there is such an account is not told. */
export class SignInRefused extends DomainError {
  readonly code = 'identity.sign-in-refused';
  readonly status = 401;
}

/** In an example book mail addresses are made up: only of domains that nobody can have. */
export class MailNotReserved extends DomainError {
  readonly code = 'identity.mail-not-reserved';
  readonly status = 422;
}

/** Inputs that were kept, and are not there any more; those of others are told the same way. */
export class HeldFormGone extends DomainError {
  readonly code = 'identity.held-form-gone';
  readonly status = 404;
}
