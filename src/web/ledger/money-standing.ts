import { cents, sumCents, ZERO_CENTS, type Cents } from '../../domain/money/cents.js';
import type { AccountKey } from '../../ledger/chart.js';
import type { Balance } from '../../ledger/ledger.queries.js';
import type { Dimensions, EntryKind } from '../../ledger/ledger.types.js';
import type { Turnover } from '../../ledger/turnover.queries.js';
import type { TakenLine, TakenNoticeLine } from '../../programmes/definitions/definition.js';
import type { TakenCases } from '../../take-over/take-over.queries.js';

/** What the ledger says of a line, contract, partner or year; each sum on its normal side. */
export interface MoneyStanding {
  /** "Bewilligt", less what the Land cut. */
  readonly grantedCents: Cents;
  /** "Vom Land erhalten", or settled with it. */
  readonly receivedCents: Cents;
  /** "Nicht abgerufen": granted, and for good not called. */
  readonly notCalledCents: Cents;
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
  /** "Verfallen": promised once, and neither ordered nor open any more. */
  readonly lapsedCents: Cents;
  /** Ordered, and not yet out of the bank. */
  readonly inTransitCents: Cents;
  /** "Abgerechnet": what partners finally get. */
  readonly settledCents: Cents;
  /** Of it before this book began: no account of this book has it, only the take-over. */
  readonly settledBeforeCents: Cents;
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
/** Neither promised any more, nor ordered. */
const LAPSING: readonly EntryKind[] = ['lapse'];

/** What the figures are made from. */
export interface Movements {
  readonly balances: readonly Balance[];
  /** Of {@link TURNOVER_ACCOUNTS}. */
  readonly turnovers: readonly Turnover[];
}

/** The standing of all that is given. @param taken what taken-over cases had come to */
export function standingOf({ balances, turnovers }: Movements, taken: TakenCases): MoneyStanding {
  const debit = (account: AccountKey): Cents => sum(balances, (each) => each.account === account);
  const credit = (account: AccountKey): Cents => negated(debit(account));
  const granted = turnovers.filter(({ account }) => account === 'land-claims');
  const bound = turnovers.filter(({ account }) => account === 'commitments');
  const called = granted.filter(({ kind }) => !GRANTING.includes(kind));
  const ordered = bound.filter(({ kind }) => !BINDING.includes(kind) && !LAPSING.includes(kind));
  const committed = sum(bound, ({ kind }) => BINDING.includes(kind));
  const orderedCents = total(ordered, (each) => takenLine(each, taken)?.orderedCents);
  const grantedCents = sum(granted, ({ kind }) => GRANTING.includes(kind));
  const receivedCents = total(called, (each) => takenNoticeLine(each, taken)?.receivedCents);
  const landClaimsCents = debit('land-claims');
  const settledBeforeCents = takenSettled(ordered, taken);
  const openCommitmentCents = debit('commitments');
  return {
    ...{ grantedCents, receivedCents },
    notCalledCents: cents(grantedCents - receivedCents - landClaimsCents),
    landClaimsCents,
    earmarkedCents: credit('earmarked'),
    committedCents: committed,
    openCommitmentCents,
    orderedCents,
    lapsedCents: cents(committed - orderedCents - openCommitmentCents),
    inTransitCents: credit('in-transit'),
    settledCents: cents(debit('forwarded') + settledBeforeCents),
    settledBeforeCents,
    advancesCents: debit('advances'),
    payablesCents: credit('payables'),
    recoveriesCents: debit('recovery-claims'),
    refundsOwedCents: credit('refunds-owed'),
    incomeCents: credit('grant-income'),
  };
}

/** Amounts that left the account; of a taken-over case what it had come to in all. */
function total(
  rows: readonly Turnover[],
  takenAmount: (row: Turnover) => Cents | undefined,
): Cents {
  return cents(rows.reduce((all, row) => all + (takenAmount(row) ?? negated(row.cents)), 0n));
}

function takenLine(row: Turnover, { lines }: TakenCases): TakenLine | undefined {
  const { kind, cents: amount, allocationLine = '', budgetYear = 0 } = row;
  if (kind !== 'take-over' || amount === 0n) return undefined;
  return lines.get(`${allocationLine}/${budgetYear}`);
}

function takenNoticeLine(row: Turnover, { noticeLines }: TakenCases): TakenNoticeLine | undefined {
  const { kind, cents: amount, noticeLine = '' } = row;
  return kind !== 'take-over' || amount === 0n ? undefined : noticeLines.get(noticeLine);
}

function takenSettled(rows: readonly Turnover[], taken: TakenCases): Cents {
  return sumCents(rows.map((row) => takenLine(row, taken)?.acceptedCents ?? ZERO_CENTS));
}

/** The standings apart, by what a posting belongs to; postings without a key are left out. */
export function standingsBy(
  { balances, turnovers }: Movements,
  taken: TakenCases,
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
  return new Map([...groups].map(([key, group]) => [key, standingOf(group, taken)]));
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
