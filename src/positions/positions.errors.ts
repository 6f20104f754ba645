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

/** There is an occupancy of this id, at this post or at another. Facts: occupancy, position, other ("": not told). */
export class OccupancyTaken extends DomainError {
  readonly code = 'positions.occupancy-taken';
  readonly status = 409;
}

/** There is nothing in the book about such a line, post or partner. Facts: kind, id. */
export class NothingToCompute extends DomainError {
  readonly code = 'positions.nothing-to-compute';
  readonly status = 404;
}

/** A post has this id already. Facts: position, label. */
export class PositionTaken extends DomainError {
  readonly code = 'positions.position-taken';
  readonly status = 409;
}

/** Somebody fills the post: it ends or moves, but is not taken back. Facts: position, label, count. */
export class PositionOccupied extends DomainError {
  readonly code = 'positions.occupied';
  readonly status = 409;
}

/** Who fills a post is told by its employer, not by those who forward the money. Facts: position, label. */
export class ToldByEmployer extends DomainError {
  readonly code = 'positions.told-by-employer';
  readonly status = 403;
}

/** Facts: occupancy. */
export class UnknownOccupancy extends DomainError {
  readonly code = 'positions.unknown-occupancy';
  readonly status = 404;
}
