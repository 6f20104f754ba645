import type { Slice } from '../capacity/capacity.js';
import { calendarYear } from '../domain/calendar/period.js';
import type { NoticeLineDefinition } from '../programmes/definitions/definition.js';

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
