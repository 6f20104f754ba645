import type { Instant } from '../../domain/calendar/instant.js';

/** When a session ends, as seen at a moment. */
export interface SessionLimits {
  readonly now: Instant;
  /** If nothing is done until then. */
  readonly idleAt: Instant;
  /** Whatever is done. */
  readonly latestAt: Instant;
}

interface Settings {
  readonly sessionIdleMinutes: number;
  readonly sessionHours: number;
}

const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;

/** The end of a session that began and was last used at these moments. */
export function limitsOf(
  session: { readonly startedAt: Instant; readonly seenAt: Instant },
  { sessionIdleMinutes, sessionHours }: Settings,
  now: Instant,
): SessionLimits {
  return {
    now,
    idleAt: later(session.seenAt, sessionIdleMinutes * MINUTE_MS),
    latestAt: later(session.startedAt, sessionHours * HOUR_MS),
  };
}

/** Milliseconds that are left, until the one end and until the other. */
export function timeLeft({ now, idleAt, latestAt }: SessionLimits): {
  readonly idleMs: number;
  readonly latestMs: number;
} {
  const at = Date.parse(now);
  return { idleMs: Date.parse(idleAt) - at, latestMs: Date.parse(latestAt) - at };
}

/** Whether the session is over; at the very moment of its end it is. */
export function isPast(limits: SessionLimits): boolean {
  const { idleMs, latestMs } = timeLeft(limits);
  return idleMs <= 0 || latestMs <= 0;
}

function later(instant: Instant, ms: number): Instant {
  return new Date(Date.parse(instant) + ms).toISOString() as Instant;
}
