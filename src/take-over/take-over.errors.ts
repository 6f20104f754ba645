import { DomainError } from '../domain/errors/domain-error.js';

/** Facts: takeOver. */
export class UnknownTakeOver extends DomainError {
  readonly code = 'take-over.unknown';
  readonly status = 404;
}

/** A new take-over bears an id that another has. Facts: takeOver. */
export class TakeOverTaken extends DomainError {
  readonly code = 'take-over.taken';
  readonly status = 409;
}
