import { DomainError } from '../domain/errors/domain-error.js';

/** There is no such draft: it was discarded, never begun, or begun by another side. Facts: draft. */
export class UnknownDraft extends DomainError {
  readonly code = 'drafts.unknown';
  readonly status = 404;
}

/** Somebody else saved other texts in the same fields meanwhile. Facts: draft, expected, current. */
export class DraftStale extends DomainError {
  readonly code = 'drafts.stale';
  readonly status = 412;

  /** @param theirs by path, what was saved meanwhile in the fields that differ */
  constructor(
    facts: DomainError['facts'],
    readonly theirs: Readonly<Record<string, string>>,
  ) {
    super(facts);
  }
}
