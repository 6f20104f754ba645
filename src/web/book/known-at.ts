import type { Instant } from '../../domain/calendar/instant.js';
import type { PlainDate } from '../../domain/calendar/plain-date.js';
import { dayInGermany } from '../../platform/clock/system-clock.js';

/** The last moment of a day in Germany: what was recorded by then was known on that day. */
export function endOfDay(day: PlainDate): Instant {
  const summer = `${day}T22:00:00.000Z` as Instant;
  const lastHour = dayInGermany(summer) > day ? 21 : 22;
  return `${day}T${lastHour}:59:59.999Z` as Instant;
}
