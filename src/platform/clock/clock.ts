import type { Instant } from '../../domain/calendar/instant.js';
import type { PlainDate } from '../../domain/calendar/plain-date.js';

/** The present. Nothing else in the product asks for it, so that a test can hold it still. */
export abstract class Clock {
  /** This moment in UTC. */
  abstract now(): Instant;

  /** The calendar day in Germany (Europe/Berlin). */
  abstract today(): PlainDate;
}
