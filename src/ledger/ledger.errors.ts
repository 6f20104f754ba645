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

/** A month is closed when it is over. Facts: period (`2026-03`), lastDay, today. */
export class PeriodNotOver extends DomainError {
  readonly code = 'ledger.period-not-over';
  readonly status = 409;
}

/** The month was closed before, by itself or with a later one. Facts: period, closedThrough. */
export class PeriodAlreadyClosed extends DomainError {
  readonly code = 'ledger.period-already-closed';
  readonly status = 409;
}

/** The chart has no account of this key. Facts: account. */
export class UnknownAccount extends DomainError {
  readonly code = 'ledger.unknown-account';
  readonly status = 404;
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

/** Only what was entered by hand is countersigned. Facts: entry, kind. */
export class NotByHand extends DomainError {
  readonly code = 'ledger.not-by-hand';
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

/** A mistake of a file of entries, with its place. */
export interface EntryMistake {
  readonly line: number;
  /** As the file names it: "postings[0].amount", „Betrag“; '' for the whole line. */
  readonly field: string;
  readonly message: string;
}

/**
 * A file of entries holds mistakes; nothing of it was taken in. Facts: count, and of the first:
 * line, field, message.
 */
export class EntriesRefused extends DomainError {
  readonly code = 'ledger.entries-refused';
  readonly status = 422;

  constructor(readonly mistakes: readonly EntryMistake[]) {
    const [first] = mistakes;
    super({
      count: mistakes.length,
      line: first?.line ?? 0,
      field: first?.field ?? '',
      message: first?.message ?? '',
    });
  }
}
