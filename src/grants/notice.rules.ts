import type { Slice } from '../capacity/capacity.js';
import { calendarYear, intersect } from '../domain/calendar/period.js';
import { addDays, minDate, type PlainDate } from '../domain/calendar/plain-date.js';
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
  /** What an amended notice said of it: its VzÄ count until the amendment takes effect (R10). */
  readonly before?: GrantedLine;
}

/** "Wirksam ab": the first day on which a notice counts. */
export function effectOf({ effectiveFrom, period }: NoticeDefinition): PlainDate {
  return effectiveFrom ?? period.from;
}

/**
 * What a line grants over all notices that tell it: the VzÄ of each from its effect on, the euros
 * of the last one, for they are the sum of the whole year.
 */
export function grantOfGrantedLine(granted: GrantedLine): readonly Slice[] {
  const { line, before } = granted;
  if (before === undefined) return grantOfNoticeLine(line);
  return [
    ...fteSlices(granted, line.period.to),
    ...grantOfNoticeLine(line).filter(({ measure }) => measure === 'cents'),
  ];
}

/** The line as it counts on a day: an amendment tells it only from its effect on (R10). */
export function grantedLineOn(granted: GrantedLine, day: PlainDate): NoticeLineDefinition {
  const { notice, line, before } = granted;
  return before === undefined || day >= effectOf(notice) ? line : grantedLineOn(before, day);
}

function fteSlices({ notice, line, before }: GrantedLine, until: PlainDate): readonly Slice[] {
  const from = before === undefined ? line.period.from : effectOf(notice);
  const days = intersect(line.period, { from, to: until });
  const own = grantOfNoticeLine(line).filter(({ measure }) => measure === 'fte');
  return [
    ...(before === undefined ? [] : fteSlices(before, minDate(until, addDays(from, -1)))),
    ...(days === undefined ? [] : own.map((slice) => ({ ...slice, period: days }))),
  ];
}

/** Each notice behind the one that it amends; those without order between them stay as they come. */
export function inOrderOfAmendment(
  notices: readonly NoticeDefinition[],
): readonly NoticeDefinition[] {
  const byId = new Map(notices.map((notice) => [notice.id, notice]));
  return notices
    .map((notice) => ({ notice, depth: amendments(notice, byId) }))
    .toSorted((a, b) => a.depth - b.depth)
    .map(({ notice }) => notice);
}

/**
 * The lines of all notices, each once: what an amending notice says about a line takes the place
 * of what the notice before it said.
 */
export function grantedLines(
  notices: readonly NoticeDefinition[],
): ReadonlyMap<string, GrantedLine> {
  const granted = new Map<string, GrantedLine>();
  for (const notice of inOrderOfAmendment(notices)) {
    for (const line of notice.lines) {
      const before = granted.get(line.id);
      granted.set(line.id, { notice, line, ...(before !== undefined && { before }) });
    }
  }
  return granted;
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
