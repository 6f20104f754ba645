import { cents, type Cents } from '../../domain/money/cents.js';
import type { AccountKey } from '../../ledger/chart.js';
import type { Balance } from '../../ledger/ledger.queries.js';
import type { Dimensions, EntryKind } from '../../ledger/ledger.types.js';
import type { Turnover } from '../../ledger/turnover.queries.js';

/** What the ledger says of a line, contract, partner or year; each sum on its normal side. */
export interface MoneyStanding {
  /** "Bewilligt", less what the Land cut. */
  readonly grantedCents: Cents;
  /** "Vom Land erhalten", or settled with it. */
  readonly receivedCents: Cents;
  /** Granted and not yet received. */
  readonly landClaimsCents: Cents;
  /** Granted and not yet earned. */
  readonly earmarkedCents: Cents;
  /** "Gebunden": what contracts promise in all. */
  readonly committedCents: Cents;
  /** Promised and not yet ordered. */
  readonly openCommitmentCents: Cents;
  /** "Angeordnet": ordered, less what was taken back. */
  readonly orderedCents: Cents;
  /** Ordered, and not yet out of the bank. */
  readonly inTransitCents: Cents;
  /** "Abgerechnet": what partners finally get. */
  readonly settledCents: Cents;
  /** "Vorauszahlung": ordered and not yet proven. */
  readonly advancesCents: Cents;
  /** "Verbindlichkeit": proven and not yet ordered. */
  readonly payablesCents: Cents;
  /** "Rückforderung": claimed and still open. */
  readonly recoveriesCents: Cents;
  /** To be paid back to the Land. */
  readonly refundsOwedCents: Cents;
  /** Earned by forwarding or by own posts. */
  readonly incomeCents: Cents;
}

/** Accounts of which the kind of event matters: what was granted or ordered in all. */
export const TURNOVER_ACCOUNTS = ['land-claims', 'commitments'] as const satisfies AccountKey[];

const GRANTING: readonly EntryKind[] = ['notice', 'notice-cut'];
const BINDING: readonly EntryKind[] = ['commitment'];
/** Neither promised nor called any more. */
const LAPSING: readonly EntryKind[] = ['lapse'];

/** The standing of all that is given. */
export function standingOf(
  balances: readonly Balance[],
  turnovers: readonly Turnover[],
): MoneyStanding {
  const debit = (account: AccountKey): Cents => sum(balances, (each) => each.account === account);
  const credit = (account: AccountKey): Cents => negated(debit(account));
  const moved = (account: AccountKey, isCounted: (kind: EntryKind) => boolean): Cents =>
    sum(turnovers, (each) => each.account === account && isCounted(each.kind));
  return {
    grantedCents: moved('land-claims', (kind) => GRANTING.includes(kind)),
    receivedCents: negated(
      moved('land-claims', (kind) => !GRANTING.includes(kind) && !LAPSING.includes(kind)),
    ),
    landClaimsCents: debit('land-claims'),
    earmarkedCents: credit('earmarked'),
    committedCents: moved('commitments', (kind) => BINDING.includes(kind)),
    openCommitmentCents: debit('commitments'),
    orderedCents: negated(
      moved('commitments', (kind) => !BINDING.includes(kind) && !LAPSING.includes(kind)),
    ),
    inTransitCents: credit('in-transit'),
    settledCents: debit('forwarded'),
    advancesCents: debit('advances'),
    payablesCents: credit('payables'),
    recoveriesCents: debit('recovery-claims'),
    refundsOwedCents: credit('refunds-owed'),
    incomeCents: credit('grant-income'),
  };
}

/** The standings apart, by what a posting belongs to; postings without a key are left out. */
export function standingsBy(
  balances: readonly Balance[],
  turnovers: readonly Turnover[],
  keyOf: (dimensions: Dimensions) => string | undefined,
): ReadonlyMap<string, MoneyStanding> {
  const groups = new Map<string, { balances: Balance[]; turnovers: Turnover[] }>();
  const groupOf = (key: string) => {
    const group = groups.get(key) ?? { balances: [], turnovers: [] };
    groups.set(key, group);
    return group;
  };
  for (const balance of balances) {
    const key = keyOf(balance);
    if (key !== undefined) groupOf(key).balances.push(balance);
  }
  for (const turnover of turnovers) {
    const key = keyOf(turnover);
    if (key !== undefined) groupOf(key).turnovers.push(turnover);
  }
  return new Map(
    [...groups].map(([key, group]) => [key, standingOf(group.balances, group.turnovers)]),
  );
}

function sum<Row extends { readonly cents: Cents }>(
  rows: readonly Row[],
  isCounted: (row: Row) => boolean,
): Cents {
  return cents(rows.reduce((total, row) => (isCounted(row) ? total + row.cents : total), 0n));
}

function negated(amount: Cents): Cents {
  return cents(-amount);
}
