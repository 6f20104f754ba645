import type { Slice } from '../capacity/capacity.js';
import { calendarYear } from '../domain/calendar/period.js';
import type {
  NoticeDefinition,
  NoticeLineDefinition,
} from '../programmes/definitions/definition.js';

/** The holder of what a notice line grants (R1). */
export function noticeLineHolder(noticeLine: string): string {
  return `notice-line:${noticeLine}`;
}

/** What a line lets others use: its VzÄ on each day of its period, its euros for its year (R1). */
export function grantOfNoticeLine(line: NoticeLineDefinition): readonly Slice[] {
  return [
    ...(line.fte > 0
      ? [{ measure: 'fte', period: line.period, amount: BigInt(line.fte) } as const]
      : []),
    { measure: 'cents', period: calendarYear(line.year), amount: line.amountCents },
  ];
}

/** A notice line with the notice that tells it as it counts. */
export interface GrantedLine {
  readonly notice: NoticeDefinition;
  readonly line: NoticeLineDefinition;
}

/**
 * The lines of all notices, each once: what an amending notice says about a line takes the place
 * of what the notice before it said.
 */
export function grantedLines(
  notices: readonly NoticeDefinition[],
): ReadonlyMap<string, GrantedLine> {
  const byId = new Map(notices.map((notice) => [notice.id, notice]));
  const inOrder = notices
    .map((notice) => ({ notice, depth: amendments(notice, byId) }))
    .toSorted((a, b) => a.depth - b.depth);
  return new Map(
    inOrder.flatMap(({ notice }) => notice.lines.map((line) => [line.id, { notice, line }])),
  );
}

const AMENDMENTS_MAX = 100;

/** How many notices stand before this one in its chain of amendments. */
function amendments(notice: NoticeDefinition, byId: ReadonlyMap<string, NoticeDefinition>): number {
  let count = 0;
  let before = notice.amends;
  while (before !== undefined && count < AMENDMENTS_MAX) {
    count += 1;
    before = byId.get(before)?.amends;
  }
  return count;
}
