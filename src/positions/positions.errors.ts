import { DomainError } from '../domain/errors/domain-error.js';

/** Facts: position. */
export class UnknownPosition extends DomainError {
  readonly code = 'positions.unknown-position';
  readonly status = 404;
}

/** A post belongs to an allocation line or to the Kreis itself, and to one of them only. Facts: position. */
export class PositionWithoutFunding extends DomainError {
  readonly code = 'positions.without-funding';
  readonly status = 422;
}

/** The id of an occupancy is that of another post's. Facts: occupancy, position, other. */
export class OccupancyTaken extends DomainError {
  readonly code = 'positions.occupancy-taken';
  readonly status = 409;
}

/** There is nothing in the book about such a line, post or partner. Facts: kind, id. */
export class NothingToCompute extends DomainError {
  readonly code = 'positions.nothing-to-compute';
  readonly status = 404;
}
