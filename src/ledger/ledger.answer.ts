import { lastOfMonth, type PlainDate } from '../domain/calendar/plain-date.js';
import { formatAmount } from '../domain/money/amount-text.js';
import type { Account } from './accounts.js';
import { CHART } from './chart.js';
import type { Balance } from './ledger.queries.js';
import type { SealSent } from './send-seal.use-case.js';
import type { JournalEntry, JournalPosting } from './ledger.types.js';
import type { Closing } from './periods/closings.js';

/** An entry as the API tells it: amounts as decimals, debit positive. */
export function entryJson(entry: JournalEntry): unknown {
  return { ...entry, postings: entry.postings.map(postingJson) };
}

function postingJson({ line, account, cents, ...dimensions }: JournalPosting): unknown {
  return { line, account, amount: formatAmount(cents), ...dimensions };
}

/** A balance as the API tells it. */
export function balanceJson({ account, cents, ...dimensions }: Balance): unknown {
  return { account, ...dimensions, amount: formatAmount(cents) };
}

/** An account as the API tells it, with a sentence for people who have not learned bookkeeping. */
export function accountJson(account: Account): unknown {
  return { ...account, about: CHART[account.key].about };
}

/** A closing with its seal: last day, place in the chain, hash over everything before it. */
export function closingJson(closing: Closing): object {
  return { ...closing, day: lastOfMonth(`${closing.period}-01` as PlainDate) };
}

/** To whom the seal of a closing went, and what the mail server had against it; null: to nobody. */
export function mailJson(sent: SealSent | undefined): unknown {
  if (sent === undefined) return null;
  return { to: sent.to, refused: sent.refused?.facts ?? null };
}
