import fc from 'fast-check';
import { cents, maxCents, minCents, ZERO_CENTS, type Cents } from '../domain/money/cents.js';
import { CHART, isOffBalance, type AccountKey } from '../ledger/chart.js';
import type { NewPosting } from '../ledger/ledger.types.js';
import type { TakenLine, TakenNoticeLine } from '../programmes/definitions/definition.js';
import { linePostings, noticeLinePostings } from './take-over-postings.rules.js';

const DIMENSIONS = { programme: 'kim', noticeLine: 'kim-2-2023', budgetYear: 2023 };

const line = (given: Partial<TakenLine> = {}): TakenLine => ({
  line: 'luenen-kim-2',
  year: 2023,
  document: 'Kassenliste',
  orderedCents: ZERO_CENTS,
  paidCents: ZERO_CENTS,
  claimedCents: ZERO_CENTS,
  regressCents: ZERO_CENTS,
  returnedCents: ZERO_CENTS,
  interestCents: ZERO_CENTS,
  interestReturnedCents: ZERO_CENTS,
  ...given,
});

const noticeLine = (given: Partial<TakenNoticeLine> = {}): TakenNoticeLine => ({
  noticeLine: 'kim-2-2023',
  document: 'Kassenliste',
  receivedCents: ZERO_CENTS,
  ownCostCents: ZERO_CENTS,
  notCalledCents: ZERO_CENTS,
  unspentCents: ZERO_CENTS,
  revokedCents: ZERO_CENTS,
  refundedCents: ZERO_CENTS,
  treasuryBalanceCents: ZERO_CENTS,
  ...given,
});

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
        return line({
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
  .map(noticeLine);

describe('the take-over of a line', () => {
  const postingsOf = (taken: TakenLine) =>
    linePostings(taken, { dimensions: DIMENSIONS, committedCents: COMMITTED });

  it('posts of Lünen KIM II 2023, returned and refunded, only what was earned and what moved', () => {
    const taken = line({
      orderedCents: cents(28_500_000n),
      paidCents: cents(28_500_000n),
      acceptedCents: cents(27_144_044n),
      claimedCents: cents(1_355_956n),
      returnedCents: cents(1_355_956n),
    });
    expect(balances(postingsOf(taken))).toEqual({
      cash: -27_144_044n,
      earmarked: 27_144_044n,
      commitments: -28_500_000n,
      'commitments-contra': 28_500_000n,
    });
  });

  it('leaves advances open as long as nothing is proven', () => {
    const ordered = cents(14_250_000n);
    expect(balances(postingsOf(line({ orderedCents: ordered, paidCents: ordered })))).toEqual({
      advances: ordered,
      cash: -ordered,
      commitments: -ordered,
      'commitments-contra': ordered,
    });
  });

  it('lets lapse what an accepted proof leaves neither ordered nor to be paid', () => {
    const taken = line({
      orderedCents: cents(20_000_000n),
      paidCents: cents(20_000_000n),
      acceptedCents: cents(21_000_000n),
    });
    expect(balances(postingsOf(taken))).toMatchObject({
      payables: -1_000_000n,
      commitments: -27_500_000n,
    });
  });

  it('takes own funds for expense of earlier years', () => {
    const paid = cents(1_700_000n);
    const taken = line({ orderedCents: paid, paidCents: paid, acceptedCents: paid });
    const dimensions = { programme: 'kim', budgetYear: 2023 };
    const postings = linePostings(taken, { dimensions, committedCents: paid });
    expect(balances(postings)).toMatchObject({ opening: paid, cash: -paid });
    expect(balances(postings)).not.toHaveProperty('earmarked');
  });

  it('posts nothing where nothing had happened', () => {
    expect(postingsOf(line())).toEqual([]);
  });

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
        const after = balances([...before, ...noticeLinePostings(taken, DIMENSIONS)]);
        expect(after).toEqual(balances(resultsAsOpening(lifeOfNotice(taken, granted))));
      }),
    );
  });

  it('sums to zero on and off the balance sheet, like that of a line', () => {
    fc.assert(
      fc.property(anyLine, anyNoticeLine, (taken, notice) => {
        const own = linePostings(taken, { dimensions: DIMENSIONS, committedCents: COMMITTED });
        for (const postings of [own, noticeLinePostings(notice, DIMENSIONS)]) {
          for (const off of [true, false]) {
            const side = postings.filter(({ account }) => isOffBalance(account) === off);
            expect(side.reduce((sum, posting) => sum + posting.cents, 0n)).toBe(0n);
          }
        }
      }),
    );
  });
});
