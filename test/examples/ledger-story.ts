import { parsePlainDate as day } from '../../src/domain/calendar/plain-date.js';
import { formatEuroPlain, parseEuro } from '../../src/domain/money/amount-text.js';
import { cents } from '../../src/domain/money/cents.js';
import {
  Ledger,
  type AccountKey,
  type Dimensions,
  type EntryKind,
  type NewPosting,
} from '../../src/ledger/ledger.js';
import { LedgerQueries } from '../../src/ledger/ledger.queries.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { appOnEachDatabase } from '../support/open-app.js';

/** "57.000,00" debits the account, "-57.000,00" credits it. */
export type Sides = Partial<Record<AccountKey, string>>;

/** One event in the life of a grant, as an accountant writes it, and what then stands. */
export interface StoryStep {
  readonly on: string;
  readonly kind: EntryKind;
  /** What it rests on. */
  readonly subject: string;
  readonly text: string;
  readonly postings: readonly (readonly [Dimensions, Sides])[];
  /** All balances after it; an account that stands at zero is not named. */
  readonly then: Sides;
}

/** Tells a life of a grant on each database: step after step, and then as of each day again. */
export function ledgerStory(steps: readonly StoryStep[]): void {
  appOnEachDatabase({}, (app) => {
    const balances = async (asOf?: string): Promise<Sides> => {
      const found = await app()
        .get(LedgerQueries)
        .balances(asOf === undefined ? {} : { asOf: day(asOf) });
      return sidesOf(found);
    };

    it.each(steps)('$on: $text', async ({ on, then, postings, ...entry }) => {
      await app()
        .get(UnitOfWork)
        .run((tx) =>
          app()
            .get(Ledger)
            .append(tx, {
              ...entry,
              effectiveOn: day(on),
              actors: { entered: 'system:test' },
              commandKey: `story ${on}`,
              postings: postings.flatMap(([dimensions, sides]) => postingsOf(dimensions, sides)),
            }),
        );
      expect(await balances()).toEqual(sorted(then));
    });

    it('tells each of these days again as it was', async () => {
      for (const { on, then } of steps)
        expect([on, await balances(on)]).toEqual([on, sorted(then)]);
    });
  });
}

function postingsOf(dimensions: Dimensions, sides: Sides): readonly NewPosting[] {
  return Object.entries(sides).map(([account, amount]) => {
    return { ...dimensions, account: account as AccountKey, cents: parseEuro(amount) };
  });
}

/** Balances by account over all dimensions. */
export function sidesOf(
  balances: readonly { readonly account: AccountKey; readonly cents: bigint }[],
): Sides {
  const sums = new Map<AccountKey, bigint>();
  for (const { account, cents: amount } of balances) {
    sums.set(account, (sums.get(account) ?? 0n) + amount);
  }
  const standing = [...sums].filter(([, amount]) => amount !== 0n);
  return sorted(
    Object.fromEntries(
      standing.map(([account, amount]) => [account, formatEuroPlain(cents(amount))]),
    ),
  );
}

function sorted(sides: Sides): Sides {
  return Object.fromEntries(Object.entries(sides).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
