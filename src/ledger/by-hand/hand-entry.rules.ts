import type { PlainDate } from '../../domain/calendar/plain-date.js';
import { cents, sumCents, type Cents } from '../../domain/money/cents.js';
import { amountFlaw } from '../amount.rules.js';
import { isOffBalance } from '../chart.js';
import type { NewPosting } from '../ledger.types.js';

/** "Buchung von Hand": what no use case covers. Its reason is stated beside it. */
export interface HandEntry {
  readonly effectiveOn: PlainDate;
  /** The document that it names: "Kassenbeleg 4711"; the reason may name it too. */
  readonly document?: string;
  readonly postings: readonly NewPosting[];
}

/** What is wrong with an entry by hand, at a field: "postings[0].amount". */
export interface HandFinding {
  readonly path: string;
  /** One German sentence or two. */
  readonly message: string;
}

/** What keeps the postings from being an event: too few of them, or an amount that is none. */
export function handFindings({ postings }: HandEntry): readonly HandFinding[] {
  const tooFew = 'Eine Buchung hat mindestens zwei Zeilen: eine im Soll und eine im Haben.';
  return [
    ...(postings.length < 2 ? [{ path: 'postings', message: tooFew }] : []),
    ...postings.flatMap((posting, index) => {
      const path = `postings[${index.toString()}].amount`;
      const message = amountFlaw(posting.cents);
      return message === undefined ? [] : [{ path, message }];
    }),
  ];
}

/** Both sides of an entry that differ; amounts without sign. */
export interface Imbalance {
  readonly debit: Cents;
  readonly credit: Cents;
}

/** Where debit and credit differ: on the balance sheet or, if not there, off it. */
export function imbalanceOf(postings: readonly NewPosting[]): Imbalance | undefined {
  return [false, true]
    .map((off) => sidesOf(postings.filter(({ account }) => isOffBalance(account) === off)))
    .find(({ debit, credit }) => debit !== credit);
}

function sidesOf(postings: readonly NewPosting[]): Imbalance {
  const amounts = postings.map((posting) => posting.cents);
  const credit = sumCents(amounts.filter((amount) => amount < 0n));
  return { debit: sumCents(amounts.filter((amount) => amount > 0n)), credit: cents(-credit) };
}
