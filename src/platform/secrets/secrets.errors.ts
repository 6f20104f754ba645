import { DomainError } from '../../domain/errors/domain-error.js';

/** Nothing can be stored encrypted: this instance has no key. */
export class SecretsKeyMissing extends DomainError {
  readonly code = 'secrets.key-missing';
  readonly status = 409;
}

/** What is stored encrypted does not open: another key wrote it, or somebody changed it. */
export class SecretsKeyWrong extends DomainError {
  readonly code = 'secrets.key-wrong';
  readonly status = 409;
}
