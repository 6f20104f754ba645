import { DomainError } from '../domain/errors/domain-error.js';

/**
 * More would be used than is granted (R1, R11). Facts: holder, measure (`fte` in ten-thousandths
 * or `cents`), the first such day, `granted`, `used` by others, `requested`. Without facts where
 * only the database noticed.
 */
export class CapacityExceeded extends DomainError {
  readonly code = 'capacity.exceeded';
  readonly status = 422;
}
