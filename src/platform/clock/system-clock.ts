import { Injectable } from '@nestjs/common';
import type { Instant } from '../../domain/calendar/instant.js';
import type { PlainDate } from '../../domain/calendar/plain-date.js';
import { Clock } from './clock.js';

/** The calendar of Germany; "sv-SE" writes a day as ISO 8601 does. */
const DAY_IN_GERMANY = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Berlin' });

/** The day that an instant falls on in Germany. */
export function dayInGermany(instant: Instant): PlainDate {
  return DAY_IN_GERMANY.format(new Date(instant)) as PlainDate;
}

/** The clock of the machine. */
@Injectable()
export class SystemClock extends Clock {
  now(): Instant {
    return new Date().toISOString() as Instant;
  }

  today(): PlainDate {
    return dayInGermany(this.now());
  }
}
