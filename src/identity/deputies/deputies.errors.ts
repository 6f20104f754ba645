import { DomainError } from '../../domain/errors/domain-error.js';

/**
 * Somebody cannot stand in. Facts: reason: `unknown` (no such account, or closed), `lacks-role` (the
 * represented does not hold it), `holds-role` (the deputy has it anyway), `roles-apart`, `self`; role.
 */
export class DeputyUnfit extends DomainError {
  readonly code = 'identity.deputy-unfit';
  readonly status = 422;
}

/** Only an administrator, or the represented person for their own role, says who stands in. */
export class DeputyNotYours extends DomainError {
  readonly code = 'identity.deputy-not-yours';
  readonly status = 403;
}

/**
 * What an administrator has recorded gives no role before somebody else agrees: another one, or the
 * represented person. Facts: reason: `same-person` (who recorded it agrees), `decided` (it is in
 * force already), `over` (its days are past).
 */
export class DeputySecondWord extends DomainError {
  readonly code = 'identity.deputy-second-word';
  readonly status = 409;
}
