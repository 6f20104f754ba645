import { DomainError } from '../../domain/errors/domain-error.js';

/** The key was used before, for something else. */
export class CommandReused extends DomainError {
  readonly code = 'command.reused';
  readonly status = 409;
}

/** The key is empty, too long, has characters that do not print, or a colon though it comes from outside. */
export class CommandKeyMalformed extends DomainError {
  readonly code = 'command.key-malformed';
  readonly status = 422;
}

/** Others wrote at the same time, again and again, or hold the book; nothing was written. */
export class BookBusy extends DomainError {
  readonly code = 'book.busy';
  readonly status = 409;
}

/** Somebody else changed the fact meanwhile. Facts: id, expected, current. */
export class StaleRevision extends DomainError {
  readonly code = 'revision.stale';
  readonly status = 412;
}

/** An edit must say which revision its author saw. */
export class RevisionNotNamed extends DomainError {
  readonly code = 'revision.not-named';
  readonly status = 428;
}

/** There is no such fact, or it was withdrawn. Facts: id. */
export class UnknownFact extends DomainError {
  readonly code = 'revision.unknown';
  readonly status = 404;
}
