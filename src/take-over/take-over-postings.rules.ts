import { cents, maxCents, sumCents, ZERO_CENTS, type Cents } from '../domain/money/cents.js';
import type { AccountKey } from '../ledger/chart.js';
import type { Dimensions, NewPosting } from '../ledger/ledger.types.js';
import type { TakenLine, TakenNoticeLine } from '../programmes/definitions/definition.js';
import { openLine, openNoticeLine } from '../programmes/definitions/take-over.rules.js';

/**
 * What a take-over posts: each balance that is open on the key date, against `opening`. The whole
 * grant and the whole commitment were posted by the notice and the contract, so that the take-over
 * lowers them by what had happened since.
 */

/** What a contract line's year belongs to. */
export interface LineAccounts {
  readonly dimensions: Dimensions;
  /** What the contract commits for the year: an accepted proof lets the rest of it lapse. */
  readonly committedCents: Cents;
}

/**
 * The postings of a contract line's year; none if nothing had happened.
 *
 * On the balance sheet: `advances` or `payables`, `recovery-claims`, `interest-claims`, `in-transit`
 * as they stand open; `cash` by what has left the treasury for good; `earmarked` by what the line
 * has earned, if a notice line pays for it. `opening` takes what earlier years have as their result:
 * regress and interest as income, own funds as expense. Off the balance sheet: what was ordered, and
 * what lapsed, is no longer committed.
 */
export function linePostings(
  line: TakenLine,
  { dimensions, committedCents }: LineAccounts,
): readonly NewPosting[] {
  const open = openLine(line);
  const isEarmarked = dimensions.noticeLine !== undefined;
  const done = cents(line.orderedCents + lapsed(line, committedCents));
  return postings(
    dimensions,
    [
      ['advances', open.advancesCents],
      ['payables', minus(open.payablesCents)],
      ['recovery-claims', open.recoveryClaimsCents],
      ['interest-claims', open.interestClaimsCents],
      ['in-transit', minus(open.inTransitCents)],
      ['earmarked', isEarmarked ? open.settledCents : ZERO_CENTS],
      ['cash', minus(open.paidOutCents)],
    ],
    [
      ['commitments-contra', done],
      ['commitments', minus(done)],
    ],
  );
}

/** "Verfallen": once a proof is accepted, what is neither ordered nor still to be paid. */
function lapsed(line: TakenLine, committedCents: Cents): Cents {
  if (line.acceptedCents === undefined) return ZERO_CENTS;
  const { payablesCents } = openLine(line);
  return maxCents(cents(committedCents - line.orderedCents - payablesCents), ZERO_CENTS);
}

/**
 * The postings of a notice line; none if nothing had happened.
 *
 * `land-claims` falls by what the Land paid and by what is not called for good, `earmarked` by what
 * the Kreis's own posts earned, by what was not spent and by what is not called; `refunds-owed` is
 * what is still owed. What was earned by own posts is income of earlier years (`opening`), what the
 * Land took back of it is their expense.
 */
export function noticeLinePostings(
  line: TakenNoticeLine,
  dimensions: Dimensions,
): readonly NewPosting[] {
  const { receivedCents, notCalledCents, ownCostCents, unspentCents } = line;
  const { refundsOwedCents, paidInCents } = openNoticeLine(line);
  return postings(dimensions, [
    ['cash', paidInCents],
    ['land-claims', cents(-receivedCents - notCalledCents)],
    ['earmarked', cents(ownCostCents + unspentCents + notCalledCents)],
    ['refunds-owed', minus(refundsOwedCents)],
  ]);
}

type Amount = readonly [AccountKey, Cents];

function postings(
  dimensions: Dimensions,
  onBalance: readonly Amount[],
  offBalance: readonly Amount[] = [],
): readonly NewPosting[] {
  const rest = cents(-sumCents(onBalance.map(([, amount]) => amount)));
  const amounts: readonly Amount[] = [...onBalance, ['opening', rest], ...offBalance];
  return amounts
    .filter(([, amount]) => amount !== ZERO_CENTS)
    .map(([account, amount]) => ({ account, cents: amount, ...dimensions }));
}

function minus(amount: Cents): Cents {
  return cents(-amount);
}
