import { DomainError } from '../domain/errors/domain-error.js';

/** Debit and credit of an entry differ, on or off the balance sheet. Facts: debit, credit (cents). */
export class EntryUnbalanced extends DomainError {
  readonly code = 'ledger.entry-unbalanced';
  readonly status = 422;
}

/** The day lies in a closed period. Facts: day, closedThrough (`2025-03`), firstOpenDay. */
export class PeriodClosed extends DomainError {
  readonly code = 'ledger.period-closed';
  readonly status = 409;
}

/** There is no entry of this id. Facts: entry. */
export class UnknownEntry extends DomainError {
  readonly code = 'ledger.unknown-entry';
  readonly status = 404;
}

/** The entry was taken back before; that happens once. Facts: entry. */
export class AlreadyReversed extends DomainError {
  readonly code = 'ledger.already-reversed';
  readonly status = 409;
}

/** Only entries by hand are taken back by hand, and a "Storno" never is. Facts: entry, kind. */
export class NotReversible extends DomainError {
  readonly code = 'ledger.not-reversible';
  readonly status = 409;
}

/**
 * A sum of a line and budget year would get onto its wrong side. Facts: account, line (of a
 * contract or a notice), budgetYear, cents (what would stand).
 */
export class SumOverdrawn extends DomainError {
  readonly code = 'ledger.sum-overdrawn';
  readonly status = 422;
}

/** An entry of this id is in the book with another content. Facts: entry. */
export class EntryDiffers extends DomainError {
  readonly code = 'ledger.entry-differs';
  readonly status = 409;
}

/** Entries wait to be chained for longer than a question waits. Facts: none. */
export class NotYetChained extends DomainError {
  readonly code = 'ledger.not-yet-chained';
  readonly status = 503;
}
