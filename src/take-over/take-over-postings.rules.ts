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

/**
 * The postings of a contract line's year; none if nothing had happened.
 *
 * On the balance sheet: `advances` or `payables`, `recovery-claims`, `interest-claims`, `in-transit`
 * as they stand open; `cash` by what has left the treasury for good; `earmarked` by what the line
 * has earned, if a notice line pays for it. `opening` takes what earlier years have as their result:
 * regress and interest as income, own funds as expense. Off the balance sheet: what was ordered is no
 * longer committed.
 */
export function linePostings(line: TakenLine, dimensions: Dimensions): readonly NewPosting[] {
  const open = openLine(line);
  const isEarmarked = dimensions.noticeLine !== undefined;
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
      ['commitments-contra', line.orderedCents],
      ['commitments', minus(line.orderedCents)],
    ],
  );
}

/**
 * "Verfall" of a line's year: once a proof is accepted, what is neither ordered nor still to be paid.
 * @param committedCents what stood committed before the case came in
 */
export function lineLapsePostings(
  line: TakenLine,
  dimensions: Dimensions,
  committedCents: Cents,
): readonly NewPosting[] {
  if (line.acceptedCents === undefined) return [];
  const { payablesCents } = openLine(line);
  const rest = maxCents(cents(committedCents - line.orderedCents - payablesCents), ZERO_CENTS);
  return postings(
    dimensions,
    [],
    [
      ['commitments-contra', rest],
      ['commitments', minus(rest)],
    ],
  );
}

/**
 * The postings of a notice line; none if nothing had happened.
 *
 * `land-claims` falls by what the Land paid, `earmarked` by what the Kreis's own posts earned and by
 * what was not spent; `refunds-owed` is what is still owed. What was earned by own posts is income of earlier years (`opening`), what the
 * Land took back of it is their expense.
 */
export function noticeLinePostings(
  line: TakenNoticeLine,
  dimensions: Dimensions,
): readonly NewPosting[] {
  const { refundsOwedCents, paidInCents } = openNoticeLine(line);
  return postings(dimensions, [
    ['cash', paidInCents],
    ['land-claims', minus(line.receivedCents)],
    ['earmarked', cents(line.ownCostCents + line.unspentCents)],
    ['refunds-owed', minus(refundsOwedCents)],
  ]);
}

/** "Verfall" of a notice line: what is granted, and for good neither called nor paid. */
export function noticeLineLapsePostings(
  { notCalledCents }: TakenNoticeLine,
  dimensions: Dimensions,
): readonly NewPosting[] {
  return postings(dimensions, [
    ['earmarked', notCalledCents],
    ['land-claims', minus(notCalledCents)],
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
