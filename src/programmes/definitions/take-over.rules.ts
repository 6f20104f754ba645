import { cents, maxCents, ZERO_CENTS, type Cents } from '../../domain/money/cents.js';
import type { TakenLine, TakenNoticeLine } from './take-over.definition.js';

/** What stands open of a line's year on the key date, each on its normal side. */
export interface OpenLine {
  /** Settled for good by an accepted proof; zero as long as there is none. */
  readonly settledCents: Cents;
  /** Ordered, and neither settled nor claimed back. */
  readonly advancesCents: Cents;
  /** Settled beyond what was ordered. Never open together with advances. */
  readonly payablesCents: Cents;
  readonly inTransitCents: Cents;
  readonly recoveryClaimsCents: Cents;
  readonly interestClaimsCents: Cents;
  /** What has left the treasury, less what came back. */
  readonly paidOutCents: Cents;
}

/** What stands open of a notice line on the key date. */
export interface OpenNoticeLine {
  readonly refundsOwedCents: Cents;
  /** What came in from the Land, less what was paid back to it. */
  readonly paidInCents: Cents;
}

/** Always: ordered = settled - payables + advances + claimed on own ground. */
export function openLine(line: TakenLine): OpenLine {
  const { orderedCents, paidCents, claimedCents, regressCents, returnedCents } = line;
  const settledCents = line.acceptedCents ?? ZERO_CENTS;
  const notProven = orderedCents - settledCents - claimedCents;
  return {
    settledCents,
    advancesCents: maxCents(cents(notProven), ZERO_CENTS),
    payablesCents: maxCents(cents(-notProven), ZERO_CENTS),
    inTransitCents: cents(orderedCents - paidCents),
    recoveryClaimsCents: cents(claimedCents + regressCents - returnedCents),
    interestClaimsCents: cents(line.interestCents - line.interestReturnedCents),
    paidOutCents: cents(paidCents - returnedCents - line.interestReturnedCents),
  };
}

export function openNoticeLine(line: TakenNoticeLine): OpenNoticeLine {
  return {
    refundsOwedCents: cents(line.unspentCents + line.revokedCents - line.refundedCents),
    paidInCents: cents(line.receivedCents - line.refundedCents),
  };
}
