import { DomainError } from '../../domain/errors/domain-error.js';

/**
 * One administrator alone may not do this to somebody else's account; a second one has to agree.
 * Only people are held to that: the console belongs to whoever runs the machine and holds the
 * database anyway; what it does is told in the list of exceptions.
 */
export class SecondAdministratorNeeded extends DomainError {
  readonly code = 'identity.second-administrator-needed';
  readonly status = 403;
}

/**
 * A change of an account cannot be asked for or agreed to so. Facts: reason: `same-administrator`
 * (who asked agrees), `own-account`, `decided` (agreed to or taken back before), `waiting` (the
 * same waits already), `overtaken` (the account has changed meanwhile), `not-begun` (its person has
 * never signed in, so nobody can have asked them), `not-needed` (one alone may do it).
 */
export class AccountChangeRefused extends DomainError {
  readonly code = 'identity.account-change-refused';
  readonly status = 409;
}

/** Whoever has signed in has no role yet: a second administrator has not agreed so far. */
export class RightsWaiting extends DomainError {
  readonly code = 'identity.rights-waiting';
  readonly status = 403;
}
