import fc from 'fast-check';
import {
  cents,
  maxCents,
  minCents,
  ZERO_CENTS,
  type Cents,
} from '../../../src/domain/money/cents.js';
import { CHART, isOffBalance, type AccountKey } from '../../../src/ledger/chart.js';
import type { NewPosting } from '../../../src/ledger/ledger.types.js';
import type { TakenLine, TakenNoticeLine } from '../../../src/programmes/definitions/definition.js';
import {
  lineLapsePostings,
  linePostings,
  noticeLineLapsePostings,
  noticeLinePostings,
} from '../../../src/take-over/take-over-postings.rules.js';
import { NOTICE_LINE, takenLine } from '../../support/taking-over.js';

const DIMENSIONS = { programme: 'kim', noticeLine: 'kim-2-2023', budgetYear: 2023 };

/** Balances of accounts; what is zero is left out. */
function balances(postings: readonly Pick<NewPosting, 'account' | 'cents'>[]) {
  const sums = new Map<AccountKey, bigint>();
  for (const { account, cents: amount } of postings) {
    sums.set(account, (sums.get(account) ?? 0n) + amount);
  }
  return Object.fromEntries([...sums].filter(([, sum]) => sum !== 0n).toSorted());
}

/** An event of §4: debit the first, credit the second. */
const event = (debit: AccountKey, credit: AccountKey, amount: Cents) => [
  { account: debit, cents: amount },
  { account: credit, cents: cents(-amount) },
];

/** The whole life of a line's year, event after event, as the ledger would have posted it. */
function lifeOf(taken: TakenLine, committed: Cents) {
  const { orderedCents, acceptedCents, claimedCents, regressCents } = taken;
  const settled = acceptedCents ?? ZERO_CENTS;
  const beyond = maxCents(cents(settled - orderedCents), ZERO_CENTS);
  const rest = maxCents(cents(committed - orderedCents - beyond), ZERO_CENTS);
  return [
    ...event('commitments', 'commitments-contra', committed),
    ...event('advances', 'in-transit', orderedCents),
    ...event('commitments-contra', 'commitments', orderedCents),
    ...event('in-transit', 'cash', taken.paidCents),
    ...event('forwarded', 'advances', minCents(settled, orderedCents)),
    ...event('forwarded', 'payables', beyond),
    ...event('earmarked', 'grant-income', settled),
    ...event('recovery-claims', 'advances', claimedCents),
    ...event('recovery-claims', 'returns-income', regressCents),
    ...event('cash', 'recovery-claims', taken.returnedCents),
    ...event('interest-claims', 'interest-income', taken.interestCents),
    ...event('cash', 'interest-claims', taken.interestReturnedCents),
    ...event('commitments-contra', 'commitments', acceptedCents === undefined ? ZERO_CENTS : rest),
  ];
}

function lifeOfNotice(taken: TakenNoticeLine, granted: Cents) {
  return [
    ...event('land-claims', 'earmarked', granted),
    ...event('cash', 'land-claims', taken.receivedCents),
    ...event('earmarked', 'grant-income', taken.ownCostCents),
    ...event('earmarked', 'land-claims', taken.notCalledCents),
    ...event('earmarked', 'refunds-owed', taken.unspentCents),
    ...event('refund-expense', 'refunds-owed', taken.revokedCents),
    ...event('refunds-owed', 'cash', taken.refundedCents),
  ];
}

/** Income and expense of the years before the book are one figure in it. */
function resultsAsOpening<P extends { readonly account: AccountKey }>(postings: readonly P[]) {
  return postings.map((posting) =>
    ['income', 'expense'].includes(CHART[posting.account].kind)
      ? { ...posting, account: 'opening' as const }
      : posting,
  );
}

const amountUpTo = (most: bigint) => fc.bigInt(0n, most).map(cents);
const COMMITTED = cents(28_500_000n);

const anyLine: fc.Arbitrary<TakenLine> = amountUpTo(COMMITTED).chain((orderedCents) =>
  fc
    .record({
      paid: amountUpTo(orderedCents),
      accepted: fc.option(amountUpTo(COMMITTED), { nil: undefined }),
      parts: fc.tuple(...[1, 2, 3, 4, 5].map(() => fc.integer({ min: 0, max: 100 }))),
    })
    .map(
      ({ paid, accepted, parts: [own = 0, regress = 0, back = 0, interest = 0, paidBack = 0] }) => {
        const part = (whole: bigint, percent: number) => cents((whole * BigInt(percent)) / 100n);
        const settled = accepted ?? ZERO_CENTS;
        const claimedCents = part(maxCents(cents(orderedCents - settled), ZERO_CENTS), own);
        const regressCents = part(settled, regress);
        const interestCents = part(100_000n, interest);
        return takenLine('luenen-kim-2', {
          ...{ orderedCents, paidCents: paid, claimedCents, regressCents, interestCents },
          ...(accepted !== undefined && { acceptedCents: accepted }),
          returnedCents: part(claimedCents + regressCents, back),
          interestReturnedCents: part(interestCents, paidBack),
        });
      },
    ),
);

const anyAmount = amountUpTo(20_000_000n);
const anyNoticeLine = fc
  .record({
    ...{ receivedCents: anyAmount, ownCostCents: anyAmount, notCalledCents: anyAmount },
    ...{ unspentCents: anyAmount, revokedCents: anyAmount, refundedCents: anyAmount },
  })
  .map((amounts): TakenNoticeLine => ({ ...NOTICE_LINE, ...amounts }));

describe('the take-over of a line', () => {
  const postingsOf = (taken: TakenLine) => [
    ...linePostings(taken, DIMENSIONS),
    ...lineLapsePostings(taken, DIMENSIONS, COMMITTED),
  ];

  it('leaves the balances that event after event would have left', () => {
    fc.assert(
      fc.property(anyLine, (taken) => {
        const before = event('commitments', 'commitments-contra', COMMITTED);
        const after = balances([...before, ...postingsOf(taken)]);
        expect(after).toEqual(balances(resultsAsOpening(lifeOf(taken, COMMITTED))));
        expect((after['commitments'] ?? 0n) >= 0n).toBe(true);
        expect('advances' in after && 'payables' in after).toBe(false);
      }),
    );
  });
});

describe('the take-over of a notice line', () => {
  it('leaves the balances that event after event would have left', () => {
    const granted = cents(102_600_000n);
    fc.assert(
      fc.property(anyNoticeLine, (taken) => {
        const before = event('land-claims', 'earmarked', granted);
        const after = balances([
          ...before,
          ...noticeLinePostings(taken, DIMENSIONS),
          ...noticeLineLapsePostings(taken, DIMENSIONS),
        ]);
        expect(after).toEqual(balances(resultsAsOpening(lifeOfNotice(taken, granted))));
      }),
    );
  });

  it('sums to zero on and off the balance sheet, like that of a line', () => {
    fc.assert(
      fc.property(anyLine, anyNoticeLine, (taken, notice) => {
        const own = [
          ...linePostings(taken, DIMENSIONS),
          ...lineLapsePostings(taken, DIMENSIONS, COMMITTED),
        ];
        const lapse = noticeLineLapsePostings(notice, DIMENSIONS);
        for (const postings of [own, noticeLinePostings(notice, DIMENSIONS), lapse]) {
          for (const off of [true, false]) {
            const side = postings.filter(({ account }) => isOffBalance(account) === off);
            expect(side.reduce((sum, posting) => sum + posting.cents, 0n)).toBe(0n);
          }
        }
      }),
    );
  });
});
