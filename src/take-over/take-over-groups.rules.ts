import { cents, sumCents, ZERO_CENTS, type Cents } from '../domain/money/cents.js';
import type { Dimensions } from '../ledger/ledger.types.js';
import type {
  TakenLine,
  TakenNoticeLine,
  TakeOverDefinition,
} from '../programmes/definitions/definition.js';
import {
  openLine,
  openNoticeLine,
  type OpenLine,
} from '../programmes/definitions/take-over.rules.js';
import { takenLineId } from './take-over.mapping.js';

/** A contract line's year as it was taken over, with what stood open, and its entry. */
export interface TakenLineView {
  readonly taken: TakenLine;
  readonly open: OpenLine;
  readonly title: string;
  readonly partner: string | undefined;
  readonly contract: string | undefined;
  /** Absent: nothing had happened. */
  readonly entry: string | undefined;
}

/** What one notice line, or the Kreis's own funds of a year, paid for: reconciled by itself. */
export interface TakenGroup {
  /** Absent: own funds. */
  readonly notice: TakenNoticeLine | undefined;
  readonly year: number;
  readonly entry: string | undefined;
  readonly lines: readonly TakenLineView[];
  readonly reconciliation: Reconciliation;
}

/** "Abstimmung mit der Kasse": received - paid - refunded + returned = balance. */
export interface Reconciliation {
  readonly receivedCents: Cents;
  readonly paidCents: Cents;
  readonly refundedCents: Cents;
  /** What partners paid back, interest included. */
  readonly returnedCents: Cents;
  readonly computedCents: Cents;
  /** As the treasury says. */
  readonly treasuryCents: Cents;
}

/** What the book knows of a line in its year. */
export interface LineFacts {
  readonly title: string;
  readonly dimensions: Dimensions;
}

/** The cases of a take-over by who paid for them: notice lines as they are told, then own funds. */
export function takenGroups(
  takeOver: TakeOverDefinition,
  entries: ReadonlyMap<string, string>,
  factsOf: (line: TakenLine) => LineFacts | undefined,
  yearOf: (noticeLine: string) => number | undefined,
): readonly TakenGroup[] {
  const lines = takeOver.lines.map((taken) => {
    const facts = factsOf(taken);
    const { partner, contract } = facts?.dimensions ?? {};
    const title = facts?.title ?? taken.line;
    const entry = entries.get(takenLineId(taken));
    const payer = facts?.dimensions.noticeLine;
    return { payer, view: { taken, open: openLine(taken), title, partner, contract, entry } };
  });
  const paidBy = (payer: string | undefined, year?: number): readonly TakenLineView[] =>
    lines
      .filter(
        (line) => line.payer === payer && (year === undefined || line.view.taken.year === year),
      )
      .map(({ view }) => view);
  return [
    ...takeOver.noticeLines.map((notice) => {
      const own = paidBy(notice.noticeLine);
      return {
        notice,
        year: yearOf(notice.noticeLine) ?? own[0]?.taken.year ?? 0,
        entry: entries.get(notice.noticeLine),
        lines: own,
        reconciliation: reconciled(notice, own, notice.treasuryBalanceCents),
      };
    }),
    ...takeOver.ownFunds.map(({ year, treasuryBalanceCents }) => {
      const own = paidBy(undefined, year);
      const reconciliation = reconciled(undefined, own, treasuryBalanceCents);
      return { notice: undefined, year, entry: undefined, lines: own, reconciliation };
    }),
  ];
}

function reconciled(
  notice: TakenNoticeLine | undefined,
  lines: readonly TakenLineView[],
  treasuryCents: Cents,
): Reconciliation {
  const paidCents = sumCents(lines.map(({ taken }) => taken.paidCents));
  const paidOut = sumCents(lines.map(({ open }) => open.paidOutCents));
  const paidIn = notice === undefined ? ZERO_CENTS : openNoticeLine(notice).paidInCents;
  return {
    receivedCents: notice?.receivedCents ?? ZERO_CENTS,
    paidCents,
    refundedCents: notice?.refundedCents ?? ZERO_CENTS,
    returnedCents: cents(paidCents - paidOut),
    computedCents: cents(paidIn - paidOut),
    treasuryCents,
  };
}
