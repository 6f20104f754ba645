import { DomainError } from '../errors/domain-error.js';

/** A filled day has no yearly rate: the rate is missing in the programme or the contract. */
export class RateMissing extends DomainError {
  readonly code = 'proration.rate-missing';
  readonly status = 422;
}
