import { cents, ZERO_CENTS } from '../domain/money/cents.js';
import type { AccountKey } from '../ledger/chart.js';
import type { NewPosting } from '../ledger/ledger.types.js';
import type { TakenLine } from '../programmes/definitions/definition.js';
import { lineLapsePostings, linePostings } from './take-over-postings.rules.js';

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

/** Balances of accounts; what is zero is left out. */
function balances(postings: readonly Pick<NewPosting, 'account' | 'cents'>[]) {
  const sums = new Map<AccountKey, bigint>();
  for (const { account, cents: amount } of postings) {
    sums.set(account, (sums.get(account) ?? 0n) + amount);
  }
  return Object.fromEntries([...sums].filter(([, sum]) => sum !== 0n).toSorted());
}

const COMMITTED = cents(28_500_000n);

describe('the take-over of a line', () => {
  const postingsOf = (taken: TakenLine) => [
    ...linePostings(taken, DIMENSIONS),
    ...lineLapsePostings(taken, DIMENSIONS, COMMITTED),
  ];

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
    const postings = linePostings(taken, dimensions);
    expect(balances(postings)).toMatchObject({ opening: paid, cash: -paid });
    expect(balances(postings)).not.toHaveProperty('earmarked');
  });

  it('posts nothing where nothing had happened', () => {
    expect(postingsOf(line())).toEqual([]);
  });
});
