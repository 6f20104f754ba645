import type { Instant } from '../../domain/calendar/instant.js';
import type { PlainDate } from '../../domain/calendar/plain-date.js';
import { Clock } from './clock.js';
import { dayInGermany } from './system-clock.js';

/** A clock that stands still until somebody moves it: tests, and books made for a given day. */
export class FixedClock extends Clock {
  private instant: Instant;

  constructor(instant = '2025-06-02T08:00:00.000Z') {
    super();
    this.instant = new Date(instant).toISOString() as Instant;
  }

  now(): Instant {
    return this.instant;
  }

  today(): PlainDate {
    return dayInGermany(this.instant);
  }

  /** Sets the clock to an instant ("2025-06-02T08:00:00Z"). */
  moveTo(instant: string): void {
    this.instant = new Date(instant).toISOString() as Instant;
  }

  /** Lets time pass. */
  moveOn(milliseconds: number): void {
    this.moveTo(new Date(Date.parse(this.instant) + milliseconds).toISOString());
  }
}
