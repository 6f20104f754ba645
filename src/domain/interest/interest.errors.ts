import { DomainError } from '../errors/domain-error.js';

/** For a day of the claim no base rate is published (§ 247 BGB): an error, never a guess (R21). */
export class BaseRateMissing extends DomainError {
  readonly code = 'interest.base-rate-missing';
  readonly status = 422;
}

/** The table of margins says nothing about this basis on this day (R21). */
export class MarginMissing extends DomainError {
  readonly code = 'interest.margin-missing';
  readonly status = 422;
}
