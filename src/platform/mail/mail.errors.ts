import { DomainError } from '../../domain/errors/domain-error.js';

/** A mail did not leave. Facts: reason (`not-configured`, `example-book`, `refused`), detail. */
export class MailNotSent extends DomainError {
  readonly code = 'mail.not-sent';
  readonly status = 503;
}
