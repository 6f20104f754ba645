import { DomainError } from '../domain/errors/domain-error.js';

/** The notice amends no other: nothing flows down from it. Facts: notice. */
export class NotAmending extends DomainError {
  readonly code = 'amendments.not-amending';
  readonly status = 422;
}

/** The notice follows no other: there is nothing to take over. Facts: notice. */
export class NotFollowing extends DomainError {
  readonly code = 'amendments.not-following';
  readonly status = 422;
}

/** A contract, post or occupancy that was named is not touched. Facts: notice, id. */
export class NotTouched extends DomainError {
  readonly code = 'amendments.not-touched';
  readonly status = 422;
}

/**
 * Under the drafted versions more would be used than is granted (R1). Facts: holder, measure (`fte`
 * in ten-thousandths or `cents`), from, to, missing.
 */
export class DoesNotFit extends DomainError {
  readonly code = 'amendments.does-not-fit';
  readonly status = 422;
}

/** VzÄ that are filled or forwarded cannot be moved. Facts: line, from, to, vacant, requested. */
export class NotVacant extends DomainError {
  readonly code = 'amendments.not-vacant';
  readonly status = 422;
}

/**
 * VzÄ cannot go from one line to the other. Facts: fromLine, toLine, reason: same-line, component,
 * funding, not-in-force, later-version, several-days.
 */
export class NotMovable extends DomainError {
  readonly code = 'amendments.not-movable';
  readonly status = 422;
}

/** A contract has a draft that waits for signatures already. Facts: contract. */
export class AmendmentPending extends DomainError {
  readonly code = 'amendments.draft-pending';
  readonly status = 409;
}
