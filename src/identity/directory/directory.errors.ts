import { DomainError } from '../../domain/errors/domain-error.js';

/** No directory is set for this office. */
export class DirectoryNotOffered extends DomainError {
  readonly code = 'identity.directory-not-offered';
  readonly status = 404;
}

/** The office's directory does not answer, or not as one. */
export class DirectoryUnreachable extends DomainError {
  readonly code = 'identity.directory-unreachable';
  readonly status = 503;
}

/** The directory signed nobody in. Facts: reason (OAuth 2.0: `access_denied`, …). */
export class DirectoryRefused extends DomainError {
  readonly code = 'identity.directory-refused';
  readonly status = 403;
}

/** What came back from the directory is no answer to this sign-in: too old, altered, or another's. */
export class DirectoryAnswerUnfit extends DomainError {
  readonly code = 'identity.directory-answer-unfit';
  readonly status = 403;
}

/** The directory does not tell what an account needs. Facts: missing (`name`, `mail`). */
export class DirectoryAnswerIncomplete extends DomainError {
  readonly code = 'identity.directory-answer-incomplete';
  readonly status = 403;
}

/** The groups of the person give roles that nobody may hold together. Facts: roles. */
export class DirectoryRolesApart extends DomainError {
  readonly code = 'identity.directory-roles-apart';
  readonly status = 403;
}

/** None of the person's groups gives a role. */
export class DirectoryNoRole extends DomainError {
  readonly code = 'identity.directory-no-role';
  readonly status = 403;
}

/** An account with a password has the mail address already; it is not taken over silently. */
export class DirectoryMailTaken extends DomainError {
  readonly code = 'identity.directory-mail-taken';
  readonly status = 409;
}

/** The account of whoever signs in at the directory was closed in the book. */
export class DirectoryAccountClosed extends DomainError {
  readonly code = 'identity.directory-account-closed';
  readonly status = 403;
}
