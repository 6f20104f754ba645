import { DomainError } from '../../domain/errors/domain-error.js';

/** Who did one thing to a case does no other (R31). Facts: act, earlier, at; none from the database. */
export class SamePerson extends DomainError {
  readonly code = 'identity.same-person';
  readonly status = 409;
}

/** The second of two people is another one. Facts: act; none from the database. */
export class ActRepeated extends DomainError {
  readonly code = 'identity.act-repeated';
  readonly status = 409;
}

/** As many people as it takes have done it, or the case was judged before it is entered. Facts: act. */
export class ActComplete extends DomainError {
  readonly code = 'identity.act-complete';
  readonly status = 409;
}

/** Something has to be done first. Facts: act, missing. */
export class ActNotDue extends DomainError {
  readonly code = 'identity.act-not-due';
  readonly status = 409;
}

/**
 * A program certifies, orders, releases, countersigns, waives and consents to nothing. Facts: act;
 * none where a page is for people only.
 */
export class NotAPerson extends DomainError {
  readonly code = 'identity.not-a-person';
  readonly status = 403;
}
