import { centsSlice, fteSlice, type Slice } from '../capacity/capacity.js';
import type { LineSpan } from '../contracts/contracts.js';
import { calendarYear, intersect } from '../domain/calendar/period.js';
import { FULL_TIME } from '../domain/proration/fte.js';
import type {
  NoticeLineDefinition,
  OccupancyDefinition,
  PositionDefinition,
} from '../programmes/definitions/definition.js';
import { NO_END, paidPeriods, periodOf } from './occupancy.rules.js';
import { fundedDays, ownPostCost, type RatesOf } from './own-post.rules.js';

/** The holder of a post's planned share (R9). */
export function positionHolder(positionId: string): string {
  return `position:${positionId}`;
}

/** The holder of a person's 1.0 VzÄ over all programmes (R11). */
export function personHolder(personKey: string): string {
  return `person:${personKey}`;
}

/** A person has 1.0 VzÄ on each day, whoever charges it. */
export const ONE_PERSON: readonly Slice[] = [
  fteSlice({ from: '1900-01-01' as typeof NO_END, to: NO_END }, FULL_TIME),
];

export function plannedShare(position: PositionDefinition): readonly Slice[] {
  return [fteSlice(periodOf(position), position.plannedFte)];
}

/** R1: what a post takes of its allocation line, on the days on which the line is in force. */
export function useOfLine(
  position: PositionDefinition,
  spans: readonly LineSpan[],
): readonly Slice[] {
  return spans.flatMap(({ period }) => {
    const days = intersect(period, periodOf(position));
    return days ? [fteSlice(days, position.plannedFte)] : [];
  });
}

/** R1: what an own post takes of a notice line: VzÄ on its days, its cost for the year. */
export function useOfNoticeLine(
  position: PositionDefinition,
  line: NoticeLineDefinition,
  ratesOf: RatesOf,
): readonly Slice[] {
  const years = (position.own?.funding ?? []).filter(({ noticeLine }) => noticeLine === line.id);
  return years.flatMap(({ year }) => {
    const days = fundedDays(position, line, year);
    if (days === undefined) return [];
    const cost = ownPostCost(position, line, year, ratesOf).amountCents;
    const share = fteSlice(days, position.plannedFte);
    return cost > 0n ? [share, centsSlice(calendarYear(year), cost)] : [share];
  });
}

/** R9: what an occupancy takes of its post: its paid days; cover takes nothing. */
export function useOfPosition(occupancy: OccupancyDefinition): readonly Slice[] {
  return occupancy.cover ? [] : useOfPerson(occupancy);
}

/** R11: what an occupancy takes of its person: its paid days, cover or not. */
export function useOfPerson(occupancy: OccupancyDefinition): readonly Slice[] {
  return paidPeriods(occupancy).map((period) => fteSlice(period, occupancy.share));
}
