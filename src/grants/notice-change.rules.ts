import type { PlainDate } from '../domain/calendar/plain-date.js';
import { cents, type Cents } from '../domain/money/cents.js';
import { fte, type Fte } from '../domain/proration/fte.js';
import type {
  NoticeDefinition,
  NoticeLineDefinition,
} from '../programmes/definitions/definition.js';
import { effectOf, grantedLines } from './notice.rules.js';

/** What an amending notice makes of a line: its figures and terms before and after. */
export interface NoticeLineChange {
  readonly lineId: string;
  readonly component: string;
  readonly year: number;
  /** As it counted until then; absent: the line is new. */
  readonly before?: NoticeLineDefinition;
  readonly after: NoticeLineDefinition;
  /** After less before; below zero: a cut. */
  readonly differenceFte: Fte;
  /** Of the whole year. */
  readonly differenceCents: Cents;
}

/** An amending notice against what it amends: this is what flows down to contracts (R10). */
export interface NoticeChange {
  readonly notice: string;
  readonly amends: string;
  readonly effectiveFrom: PlainDate;
  /** Each line that it tells, changed or not, in its order; what it does not tell goes on. */
  readonly lines: readonly NoticeLineChange[];
}

/**
 * @param amended the notices that it amends, the whole chain
 * @returns undefined if the notice amends none
 */
export function noticeChange(
  notice: NoticeDefinition,
  amended: readonly NoticeDefinition[],
): NoticeChange | undefined {
  if (notice.amends === undefined) return undefined;
  const granted = grantedLines(amended);
  return {
    notice: notice.id,
    amends: notice.amends,
    effectiveFrom: effectOf(notice),
    lines: notice.lines.map((after) => lineChange(granted.get(after.id)?.line, after)),
  };
}

function lineChange(
  before: NoticeLineDefinition | undefined,
  after: NoticeLineDefinition,
): NoticeLineChange {
  return {
    lineId: after.id,
    component: after.component,
    year: after.year,
    ...(before !== undefined && { before }),
    after,
    differenceFte: fte(after.fte - (before?.fte ?? 0)),
    differenceCents: cents(after.amountCents - (before?.amountCents ?? 0n)),
  };
}
