import { cents } from '../domain/money/cents.js';
import { present } from '../platform/database/present.js';
import type {
  CostKind,
  NoticeDefinition,
  NoticeLineDefinition,
  NoticeLineTerm,
} from '../programmes/definitions/definition.js';
import type { Notice, NoticeLine, StoredTerm } from './notice.entity.js';

/** A notice between its two forms: the definition that people write and the rows of the book. */

/** What fits into the column of an id. */
export const ID_LENGTH_MAX = 64;

/** The id of a line as one notice has it. */
export function lineIdOf(noticeId: string, lineId: string): string {
  return `${noticeId}/${lineId}`;
}

export function noticeRow(notice: NoticeDefinition) {
  return {
    id: notice.id,
    programmeId: notice.programme,
    title: notice.title,
    grantor: notice.grantor,
    firstRecipient: notice.firstRecipient,
    reference: notice.reference ?? null,
    issuedOn: notice.issuedOn ?? null,
    fromDay: notice.period.from,
    toDay: notice.period.to,
    amends: notice.amends ?? null,
    effectiveFrom: notice.effectiveFrom ?? null,
    follows: notice.follows ?? null,
    openItems: notice.openItems,
    sources: notice.sources,
    example: notice.example ?? null,
  };
}

export function noticeLineRow(noticeId: string, line: NoticeLineDefinition, ordinal: number) {
  return {
    id: lineIdOf(noticeId, line.id),
    noticeId,
    lineId: line.id,
    ordinal,
    component: line.component,
    year: line.year,
    fromDay: line.period.from,
    toDay: line.period.to,
    fte: line.fte,
    amountCents: line.amountCents,
    terms: line.terms.map(storedTerm),
    clause: line.clause,
    example: line.example ?? null,
  };
}

export function toNotice(row: Notice, lines: readonly NoticeLine[]): NoticeDefinition {
  return {
    kind: 'notice',
    id: row.id,
    programme: row.programmeId,
    title: row.title,
    grantor: row.grantor,
    firstRecipient: row.firstRecipient,
    period: { from: row.fromDay, to: row.toDay },
    openItems: row.openItems,
    sources: row.sources,
    lines: lines.toSorted((a, b) => a.ordinal - b.ordinal).map(toNoticeLine),
    ...present({
      reference: row.reference,
      issuedOn: row.issuedOn,
      amends: row.amends,
      effectiveFrom: row.effectiveFrom,
      follows: row.follows,
      example: row.example,
    }),
  };
}

function toNoticeLine(row: NoticeLine): NoticeLineDefinition {
  return {
    id: row.lineId,
    component: row.component,
    year: row.year,
    period: { from: row.fromDay, to: row.toDay },
    fte: row.fte,
    amountCents: row.amountCents,
    terms: row.terms.map(toTerm),
    clause: row.clause,
    ...present({ example: row.example }),
  };
}

function storedTerm(term: NoticeLineTerm): StoredTerm {
  return {
    ...term,
    unitCents: term.unitCents.toString(),
    amountCents: term.amountCents.toString(),
  };
}

function toTerm(term: StoredTerm): NoticeLineTerm {
  return {
    ...term,
    costKind: term.costKind as CostKind,
    unitCents: cents(BigInt(term.unitCents)),
    amountCents: cents(BigInt(term.amountCents)),
  };
}
