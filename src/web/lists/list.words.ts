import { formatGermanDay } from '../../domain/calendar/plain-date.js';
import type { Instant } from '../../domain/calendar/instant.js';
import { dayInGermany } from '../../platform/clock/system-clock.js';
import type { Direction } from './list-state.js';

const NO_BREAK_SPACE = '\u00a0';
const TIME_IN_GERMANY = new Intl.DateTimeFormat('de-DE', {
  timeZone: 'Europe/Berlin',
  hour: '2-digit',
  minute: '2-digit',
});

export const directionNames: Readonly<Record<Direction, string>> = {
  ascending: 'aufsteigend',
  descending: 'absteigend',
};

/** "10.000" */
export function grouped(count: number): string {
  return count.toString().replace(/\B(?=(\d{3})+$)/g, '.');
}

/** "1 Stelle", "10.000 Stellen" */
export function countOf(count: number, [one, many]: readonly [string, string]): string {
  return `${grouped(count)}${NO_BREAK_SPACE}${count === 1 ? one : many}`;
}

/** "02.03.2026, 09:00 Uhr" */
export function momentText(instant: Instant): string {
  const time = TIME_IN_GERMANY.format(new Date(instant));
  return `${formatGermanDay(dayInGermany(instant))}, ${time}${NO_BREAK_SPACE}Uhr`;
}
