import { DomainError } from '../domain/errors/domain-error.js';

/** Facts: notice. */
export class UnknownNotice extends DomainError {
  readonly code = 'grants.unknown-notice';
  readonly status = 404;
}

/** A new notice bears an id that another has. Facts: notice. */
export class NoticeTaken extends DomainError {
  readonly code = 'grants.notice-taken';
  readonly status = 409;
}

/**
 * What is to be taken back is named by others. Facts: notice; kind (notice, contract, position or take-over) and
 * id, `by`, of the first one.
 */
export class NoticeInUse extends DomainError {
  readonly code = 'grants.notice-in-use';
  readonly status = 409;
}

/** Somebody draws on a notice line that the book does not have. Facts: noticeLine. */
export class UnknownNoticeLine extends DomainError {
  readonly code = 'grants.unknown-notice-line';
  readonly status = 422;
}

/** The speaking id of a notice's line would not fit its column. Facts: id, limit. */
export class NoticeLineIdTooLong extends DomainError {
  readonly code = 'grants.line-id-too-long';
  readonly status = 422;
}
