import type { PlainDate } from '../../domain/calendar/plain-date.js';
import type { Cents } from '../../domain/money/cents.js';
import type { ExampleNote } from './basics.definition.js';

/** "Beleg": what a case that was taken over rests on, where this book has no request for it. */
export type DocumentNote = string;

/** What a year of an allocation line had come to on the key date. Sums since the year began. */
export interface TakenLine {
  readonly line: string;
  readonly year: number;
  readonly document: DocumentNote;
  /** "Angeordnet". */
  readonly orderedCents: Cents;
  /** Of it executed by the bank; the rest is on its way. */
  readonly paidCents: Cents;
  /** "Anerkannt": what the accepted proof yields for the partner; absent: not proven yet. */
  readonly acceptedCents?: Cents;
  /** "Zurückgefordert aus eigenem Recht": paid, but not proven. */
  readonly claimedCents: Cents;
  /** "Regress": proven, but taken back by the Land and passed on. */
  readonly regressCents: Cents;
  /** Of both claims paid back. */
  readonly returnedCents: Cents;
  /** Interest claimed from the partner. */
  readonly interestCents: Cents;
  readonly interestReturnedCents: Cents;
  readonly note?: string;
  readonly example?: ExampleNote;
}

/** What a notice line had come to on the key date. */
export interface TakenNoticeLine {
  readonly noticeLine: string;
  readonly document: DocumentNote;
  /** "Vom Land eingegangen". */
  readonly receivedCents: Cents;
  /** "Bestätigte Kosten" of the Kreis's own posts. */
  readonly ownCostCents: Cents;
  /** "Nicht abgerufen": granted, and for good neither called nor paid. */
  readonly notCalledCents: Cents;
  /** "Nicht verwendet": called, not earned, and so owed to the Land. */
  readonly unspentCents: Cents;
  /** "Widerrufen": earned, and taken back by the Land all the same. */
  readonly revokedCents: Cents;
  /** Of both paid back to the Land. */
  readonly refundedCents: Cents;
  /** "Saldo der Kasse": what the treasury's own books say; below zero: the Kreis has advanced it. */
  readonly treasuryBalanceCents: Cents;
  readonly note?: string;
  readonly example?: ExampleNote;
}

/** The treasury's balance of what the Kreis forwarded from its own funds in a year. */
export interface TakenOwnFunds {
  readonly year: number;
  readonly document: DocumentNote;
  readonly treasuryBalanceCents: Cents;
}

/**
 * "Übernahme laufender Fälle": what had happened before the book began, per contract line and per
 * notice line, reconciled with the treasury's balance on the key date.
 */
export interface TakeOverDefinition {
  readonly kind: 'take-over';
  readonly id: string;
  readonly programme: string;
  readonly title: string;
  /** "Stichtag": the balances are those at the end of this day. */
  readonly keyDate: PlainDate;
  readonly noticeLines: readonly TakenNoticeLine[];
  readonly ownFunds: readonly TakenOwnFunds[];
  readonly lines: readonly TakenLine[];
  readonly sources: readonly string[];
  readonly example?: ExampleNote;
}
