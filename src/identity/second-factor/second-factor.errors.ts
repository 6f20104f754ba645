import { DomainError } from '../../domain/errors/domain-error.js';

/** The code is wrong, too old, or was used before; which of them is not told. */
export class SecondFactorWrong extends DomainError {
  readonly code = 'identity.second-factor-wrong';
  readonly status = 422;
}

/** Nobody's password was right in this browser, or it is too long ago. */
export class SignInStepOver extends DomainError {
  readonly code = 'identity.sign-in-step-over';
  readonly status = 401;
}

/** Whoever orders payments or keeps accounts needs a second factor first, where the office says so. */
export class SecondFactorMissing extends DomainError {
  readonly code = 'identity.second-factor-missing';
  readonly status = 403;
}

/** It cannot be switched off by whoever needs it. */
export class SecondFactorKept extends DomainError {
  readonly code = 'identity.second-factor-kept';
  readonly status = 403;
}

/** The second factor is in a state in which this cannot be done. Facts: state (on, off, not-offered). */
export class SecondFactorState extends DomainError {
  readonly code = 'identity.second-factor-state';
  readonly status = 409;
}
