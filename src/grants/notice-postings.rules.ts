import type { PlainDate } from '../domain/calendar/plain-date.js';
import { cents, sumCents, type Cents } from '../domain/money/cents.js';
import {
  keyOf,
  noticeLineScope,
  type AccountKey,
  type Dimensions,
  type DraftedEntry,
  type EntryKind,
  type LineScope,
  type NewPosting,
  type Standing,
} from '../ledger/ledger.js';
import { groupBy } from '../platform/database/recorded.js';
import type { NoticeDefinition } from '../programmes/definitions/definition.js';
import { noticeEntryText } from './notice-entry-text.rules.js';
import { effectOf, inOrderOfAmendment, type GrantedLine } from './notice.rules.js';

/** Where a notice books what the Land owes, and what the Kreis owes it after a cut. */
export const CLAIMED = ['land-claims', 'refunds-owed'] as const satisfies readonly AccountKey[];

/** The kinds of entry that notices make. */
export const NOTICE_KINDS = ['notice', 'notice-cut'] as const satisfies readonly EntryKind[];

/** What happened to a notice that lets its lines grant something else. */
export type NoticeEvent = 'recorded' | 'corrected' | 'withdrawn';

/** Why lines grant something else. */
export interface NoticeCause {
  readonly notice: NoticeDefinition;
  readonly event: NoticeEvent;
  /** Since when it took effect, if it is corrected. */
  readonly effectBefore?: PlainDate;
}

/** A notice line as the ledger shall have it from now on. */
export interface WantedGrant {
  readonly lineId: string;
  /** Absent: no notice tells the line any more. */
  readonly granted?: GrantedLine;
}

/** A notice, and the lines that it changes. */
export interface NoticeStep extends NoticeCause {
  readonly lines: readonly WantedGrant[];
}

/**
 * What happened to these lines, notice by notice. A line that nothing is booked of has its whole
 * history before it; what is booked already changes by the cause.
 *
 * @param cause absent: the notice that tells the line last
 */
export function noticeSteps(
  lines: readonly WantedGrant[],
  standing: Standing,
  cause?: NoticeCause,
): readonly NoticeStep[] {
  const told = lines.flatMap(({ lineId, granted }) => {
    if (granted && !isBooked(standing, lineId)) {
      return tellingsOf(granted).map((each) => ({ notice: each.notice, lineId, granted: each }));
    }
    const notice = cause?.notice ?? granted?.notice;
    return notice ? [{ notice, lineId, ...(granted && { granted }) }] : [];
  });
  const byNotice = groupBy(told, ({ notice }) => notice.id);
  const notices = new Map(told.map(({ notice }) => [notice.id, notice]));
  return inOrderOfAmendment([...notices.values()]).map((notice) => ({
    notice,
    event: cause?.notice.id === notice.id ? cause.event : 'recorded',
    lines: byNotice.get(notice.id) ?? [],
  }));
}

function isBooked(standing: Standing, lineId: string): boolean {
  const line = noticeLineScope(lineId);
  return CLAIMED.some((account) => standing.ownOf(account, line) !== 0n);
}

/** From the notice that told a line first to the one that tells it now. */
export function tellingsOf(granted: GrantedLine): readonly GrantedLine[] {
  return granted.before === undefined ? [granted] : [...tellingsOf(granted.before), granted];
}

/**
 * What a notice line is booked under. A correction may move a line to another programme, component
 * or year: what was booked under the old ones is then taken back.
 */
export function grantDimensions({ notice, line }: GrantedLine): Dimensions {
  const { component, year: budgetYear, id: noticeLine } = line;
  return { programme: notice.programme, component, budgetYear, noticeLine };
}

/** What notices have booked under these dimensions so far: what the line grants, as the ledger has it. */
export function bookedGrant(standing: Standing, dimensions: Dimensions): Cents {
  return sumCents(CLAIMED.map((account) => standing.ownOf(account, dimensions)));
}

/**
 * The entries of a step: the difference between what its lines grant and what was booked; they are
 * counted in `standing`. What did not change gives none.
 */
export function noticeEntries(step: NoticeStep, standing: Standing): readonly DraftedEntry[] {
  const more: NewPosting[] = [];
  const less: NewPosting[] = [];
  for (const wanted of step.lines) {
    const scope = noticeLineScope(wanted.lineId);
    for (const { dimensions, cents: difference } of differencesOf(wanted, standing)) {
      const isMore = difference > 0n;
      const sides = isMore
        ? raise(scope, difference, standing)
        : cut(scope, cents(-difference), standing);
      const postings = sides
        .filter(([, amount]) => amount !== 0n)
        .map(([account, amount]): NewPosting => ({ account, cents: amount, ...dimensions }));
      standing.count(postings);
      (isMore ? more : less).push(...postings);
    }
  }
  return [
    ...(less.length > 0 ? [entryOf(step, 'notice-cut', less)] : []),
    ...(more.length > 0 ? [entryOf(step, 'notice', more)] : []),
  ];
}

type AccountCents = readonly [AccountKey, Cents];
interface Difference {
  readonly dimensions: Dimensions;
  readonly cents: Cents;
}

/** What was booked elsewhere for the line goes first. */
function differencesOf({ lineId, granted }: WantedGrant, standing: Standing): Difference[] {
  const target = granted && grantDimensions(granted);
  const booked = standing
    .dimensionsOf(noticeLineScope(lineId))
    .filter((each) => target === undefined || keyOf(each) !== keyOf(target))
    .map((dimensions) => ({ dimensions, wanted: cents(0n) }));
  const own = granted && target && { dimensions: target, wanted: granted.line.amountCents };
  return [...booked, ...(own ? [own] : [])]
    .map(({ dimensions, wanted }) => ({
      dimensions,
      cents: cents(wanted - bookedGrant(standing, dimensions)),
    }))
    .filter((difference) => difference.cents !== 0n);
}

/**
 * More is granted: the Land owes it, and it is earmarked. What an earlier cut had booked against
 * the Kreis is undone first, as far as it still stands.
 */
function raise(line: LineScope, amount: Cents, standing: Standing): readonly AccountCents[] {
  const [refundByCuts, expenseByCuts] = [
    credit(standing.ownOf('refunds-owed', line)),
    standing.ownOf('refund-expense', line),
  ];
  const refund = smallest(amount, refundByCuts, credit(standing.allOf('refunds-owed', line)));
  const expense = smallest(amount, expenseByCuts, standing.allOf('refund-expense', line));
  return [
    ['refunds-owed', refund],
    ['land-claims', cents(amount - refund)],
    ['refund-expense', cents(-expense)],
    ['earmarked', cents(expense - amount)],
  ];
}

/**
 * Less is granted: `earmarked` falls as far as it holds, what is earned already is an expense; what
 * the Land has not paid it owes no more, the rest is to be refunded.
 */
function cut(line: LineScope, amount: Cents, standing: Standing): readonly AccountCents[] {
  const unearned = smallest(amount, credit(standing.allOf('earmarked', line)));
  const unpaid = smallest(amount, standing.allOf('land-claims', line));
  return [
    ['earmarked', unearned],
    ['refund-expense', cents(amount - unearned)],
    ['land-claims', cents(-unpaid)],
    ['refunds-owed', cents(unpaid - amount)],
  ];
}

function credit(amount: Cents): Cents {
  return cents(-amount);
}

/** Never below zero: an account that stands on its wrong side gives nothing. */
function smallest(...amounts: readonly Cents[]): Cents {
  const least = amounts.reduce((min, amount) => (amount < min ? amount : min));
  return least < 0n ? cents(0n) : least;
}

function entryOf(
  step: NoticeStep,
  kind: 'notice' | 'notice-cut',
  postings: readonly NewPosting[],
): DraftedEntry {
  const { notice } = step;
  const text = noticeEntryText(notice, step.event, kind);
  return { kind, subject: `notice:${notice.id}`, effectiveOn: effectOf(notice), text, postings };
}
