import { cents } from '../domain/money/cents.js';
import { present } from '../platform/database/present.js';
import type {
  TakenLine,
  TakenNoticeLine,
  TakeOverDefinition,
} from '../programmes/definitions/definition.js';
import type { TakenLineRow, TakenNoticeLineRow, TakeOver } from './take-over.entity.js';

/** A take-over between its two forms: the definition that people write and the rows of the book. */

export function takeOverRow(takeOver: TakeOverDefinition) {
  return {
    id: takeOver.id,
    programmeId: takeOver.programme,
    title: takeOver.title,
    keyDate: takeOver.keyDate,
    ownFunds: takeOver.ownFunds.map((funds) => ({
      ...funds,
      treasuryBalanceCents: funds.treasuryBalanceCents.toString(),
    })),
    sources: takeOver.sources,
    example: takeOver.example ?? null,
  };
}

/** The id of a line's year, in the whole book: it is taken over once. */
export function takenLineId({ line, year }: Pick<TakenLine, 'line' | 'year'>): string {
  return `${line}/${year.toString()}`;
}

export function takenLineRow(takeOverId: string, taken: TakenLine, ordinal: number) {
  const { line, acceptedCents, note, example, ...rest } = taken;
  return {
    ...rest,
    id: takenLineId(taken),
    takeOverId,
    lineId: line,
    ordinal,
    acceptedCents: acceptedCents ?? null,
    note: note ?? null,
    example: example ?? null,
  };
}

export function takenNoticeLineRow(takeOverId: string, taken: TakenNoticeLine, ordinal: number) {
  const { noticeLine, note, example, ...rest } = taken;
  return {
    ...rest,
    id: noticeLine,
    takeOverId,
    ordinal,
    note: note ?? null,
    example: example ?? null,
  };
}

export function toTakeOver(
  row: TakeOver,
  lines: readonly TakenLineRow[],
  noticeLines: readonly TakenNoticeLineRow[],
): TakeOverDefinition {
  return {
    kind: 'take-over',
    id: row.id,
    programme: row.programmeId,
    title: row.title,
    keyDate: row.keyDate,
    noticeLines: noticeLines.toSorted((a, b) => a.ordinal - b.ordinal).map(toTakenNoticeLine),
    ownFunds: row.ownFunds.map((funds) => ({
      ...funds,
      treasuryBalanceCents: cents(BigInt(funds.treasuryBalanceCents)),
    })),
    lines: lines.toSorted((a, b) => a.ordinal - b.ordinal).map(toTakenLine),
    sources: row.sources,
    ...present({ example: row.example }),
  };
}

function toTakenLine(row: TakenLineRow): TakenLine {
  return {
    line: row.lineId,
    year: row.year,
    document: row.document,
    orderedCents: row.orderedCents,
    paidCents: row.paidCents,
    claimedCents: row.claimedCents,
    regressCents: row.regressCents,
    returnedCents: row.returnedCents,
    interestCents: row.interestCents,
    interestReturnedCents: row.interestReturnedCents,
    ...present({ acceptedCents: row.acceptedCents, note: row.note, example: row.example }),
  };
}

function toTakenNoticeLine(row: TakenNoticeLineRow): TakenNoticeLine {
  return {
    noticeLine: row.id,
    document: row.document,
    receivedCents: row.receivedCents,
    ownCostCents: row.ownCostCents,
    notCalledCents: row.notCalledCents,
    unspentCents: row.unspentCents,
    revokedCents: row.revokedCents,
    refundedCents: row.refundedCents,
    treasuryBalanceCents: row.treasuryBalanceCents,
    ...present({ note: row.note, example: row.example }),
  };
}
