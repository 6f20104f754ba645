import type { Instant } from '../../domain/calendar/instant.js';
import { formatGermanDay, type PlainDate } from '../../domain/calendar/plain-date.js';
import { dayInGermany } from '../../platform/clock/system-clock.js';

const TIME = new Intl.DateTimeFormat('de-DE', {
  timeZone: 'Europe/Berlin',
  hour: '2-digit',
  minute: '2-digit',
});

/** "14:05 Uhr" */
export function timeText(at: Instant): string {
  return `${TIME.format(new Date(at))}\u00a0Uhr`;
}

const TIME_WITH_SECONDS = new Intl.DateTimeFormat('de-DE', {
  timeZone: 'Europe/Berlin',
  timeStyle: 'medium',
});

/** "14:05:09 Uhr" */
export function secondText(at: Instant): string {
  return `${TIME_WITH_SECONDS.format(new Date(at))}\u00a0Uhr`;
}

/** "um 14:05 Uhr", on another day than today "am 20.11.2026 um 14:05 Uhr". */
export function momentText(at: Instant, today?: PlainDate): string {
  const day = dayInGermany(at);
  const time = `um ${timeText(at)}`;
  return day === today ? time : `am ${formatGermanDay(day)} ${time}`;
}
