import { DomainError } from '../../domain/errors/domain-error.js';

/** A link names a form that the product does not have. Facts: form. */
export class UnknownForm extends DomainError {
  readonly code = 'editing.unknown-form';
  readonly status = 404;
}
