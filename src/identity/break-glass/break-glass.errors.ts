import { DomainError } from '../../domain/errors/domain-error.js';

/**
 * A role cannot be lent so. Facts: reason: `third-person` (to an administrator, or to one of the two
 * who lend), `same-administrator` (who asked agrees), `holds-role`, `unfit-person` (unknown, closed,
 * a partner's or an auditor), `decided` (agreed to or ended before).
 */
export class LendingRefused extends DomainError {
  readonly code = 'identity.lending-refused';
  readonly status = 409;
}
