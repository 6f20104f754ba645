import { strict as assert } from 'node:assert';
import { ZERO_CENTS, addCents, cents, type Cents } from '../../domain/money/cents.js';
import { isOffBalance } from '../chart.js';
import { EntryUnbalanced } from '../ledger.errors.js';
import type { Dimensions, NewEntry, NewPosting } from '../ledger.types.js';
import { onlyDimensions, sharedDimensions } from './assignment.rules.js';

/** An entry that is ready to be written: it has its id, and all postings are sound. */
export interface ReadyEntry extends NewEntry {
  readonly id: string;
  readonly reverses: string | null;
}

/**
 * The postings as they are written: those that name no line or year take what the others share.
 * @throws EntryUnbalanced
 */
export function soundPostings({ postings }: Pick<NewEntry, 'postings'>): readonly NewPosting[] {
  assert(postings.length >= 2, 'an entry has at least two postings');
  assert(
    postings.every((posting) => posting.cents !== 0n),
    'a posting moves something',
  );
  ensureBalanced(postings);
  const owned = postings.map((posting) => ({ posting, own: onlyDimensions(posting) }));
  const bare = owned.some(({ own }) => isBare(own));
  const shared = bare ? sharedDimensions(postings) : {};
  return owned.map(({ posting: { account, cents: amount }, own }) => {
    return { ...(isBare(own) ? shared : own), account, cents: amount };
  });
}

function isBare(dimensions: Dimensions): boolean {
  return Object.keys(dimensions).length === 0;
}

/** On and off the balance sheet each by itself. @throws EntryUnbalanced */
export function ensureBalanced(postings: readonly NewPosting[]): void {
  for (const off of [false, true]) {
    const side = postings.filter(({ account }) => isOffBalance(account) === off);
    const { debit, credit } = sidesOf(side);
    if (debit !== credit) throw new EntryUnbalanced({ debit, credit });
  }
}

/** "Soll" and "Haben", both as positive sums. */
export function sidesOf(postings: readonly Pick<NewPosting, 'cents'>[]): {
  readonly debit: Cents;
  readonly credit: Cents;
} {
  let [debit, credit] = [ZERO_CENTS, ZERO_CENTS];
  for (const { cents: amount } of postings) {
    if (amount > 0n) debit = addCents(debit, amount);
    else credit = addCents(credit, cents(-amount));
  }
  return { debit, credit };
}
