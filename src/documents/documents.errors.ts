import { DomainError } from '../domain/errors/domain-error.js';

/** Facts: name, limit (in bytes). */
export class FileTooLarge extends DomainError {
  readonly code = 'documents.file-too-large';
  readonly status = 422;
}

/** The bytes are of no kind that is filed, or there are none. Facts: name. */
export class FileKindRefused extends DomainError {
  readonly code = 'documents.file-kind';
  readonly status = 422;
}
