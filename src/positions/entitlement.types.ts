import type { PlainDate } from '../domain/calendar/plain-date.js';
import type { Derivation } from '../domain/derivation/derivation.js';
import type { Cents } from '../domain/money/cents.js';
import type { Fraction } from '../domain/money/fraction.js';
import type { Fte } from '../domain/proration/fte.js';
import type { CapLevel, LineFunding } from '../programmes/definitions/definition.js';

/** Why an entitlement is nothing: said by name, so that no zero looks like a mistake. */
export type ZeroReason =
  /** No version of the contract is in force in the year. */
  | 'not-in-force'
  /** The line names nobody who pays in the year. */
  | 'no-funding'
  /** The post does not exist in the year. */
  | 'no-post'
  /** Nobody filled the post. */
  | 'vacant'
  /** The line has neither posts nor sums. */
  | 'nothing-agreed';

/** "Anspruch" of one post in one calendar year (R6, R7), as a line counts it. */
export interface PostEntitlement {
  readonly position: string;
  readonly label: string;
  readonly component: string;
  readonly year: number;
  /** The last day that counts: the year's end, or the day that is asked about. */
  readonly through: PlainDate;
  readonly employer: string;
  readonly placeOfWork: string;
  readonly plannedFte: Fte;
  /** Absent for the Kreis's own posts. */
  readonly contract?: string;
  readonly line?: string;
  readonly amountCents: Cents;
  /** Before rounding. */
  readonly exactCents: Fraction;
  /** The part of the year that the planned share was filled: time only. */
  readonly share: Fraction;
  readonly zero?: ZeroReason;
  derivation(): Derivation;
}

/** "Anspruch" of one allocation line in one calendar year. */
export interface LineEntitlement {
  readonly contract: string;
  readonly line: string;
  readonly title: string;
  readonly partner: string;
  readonly component: string;
  readonly year: number;
  readonly through: PlainDate;
  /** Tracked, not booked: the line is funded by a line above it. */
  readonly subForwarding: boolean;
  readonly funding?: LineFunding;
  readonly fte: Fte;
  readonly capLevel: CapLevel;
  readonly staffCents: Cents;
  readonly materialCents: Cents;
  readonly measuresCents: Cents;
  /** The most that the line yields in the year. */
  readonly ceilingCents: Cents;
  readonly amountCents: Cents;
  readonly zero?: ZeroReason;
  /** The posts of the line and of its sub-forwardings, under the terms of this line. */
  readonly posts: readonly PostEntitlement[];
  derivation(): Derivation;
}
