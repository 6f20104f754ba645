import { DomainError } from '../domain/errors/domain-error.js';

/** Facts: partner. */
export class UnknownPartner extends DomainError {
  readonly code = 'contracts.unknown-partner';
  readonly status = 404;
}

/** The book has a partner of this id already. Facts: partner, name. */
export class PartnerTaken extends DomainError {
  readonly code = 'contracts.partner-taken';
  readonly status = 409;
}

/** Facts: contract. */
export class UnknownContract extends DomainError {
  readonly code = 'contracts.unknown-contract';
  readonly status = 404;
}

/** Facts: contract, version. */
export class UnknownVersion extends DomainError {
  readonly code = 'contracts.unknown-version';
  readonly status = 404;
}

/** A contract, a line or a post names a partner that the book does not have. Facts: partner, by. */
export class PartnerMissing extends DomainError {
  readonly code = 'contracts.partner-missing';
  readonly status = 422;
}

/** A post or a sub-forwarding names a line that no contract has. Facts: line. */
export class UnknownAllocationLine extends DomainError {
  readonly code = 'contracts.unknown-line';
  readonly status = 422;
}

/** Two contracts claim the same line id. Facts: line, contract, other. */
export class AllocationLineTaken extends DomainError {
  readonly code = 'contracts.line-taken';
  readonly status = 409;
}

/** The speaking id of a version's line would not fit its column. Facts: id, limit. */
export class LineIdTooLong extends DomainError {
  readonly code = 'contracts.line-id-too-long';
  readonly status = 422;
}
