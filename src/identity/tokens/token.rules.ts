import { addMonths, type PlainDate } from '../../domain/calendar/plain-date.js';

/**
 * The roles that a program may have: those whose work is reading, entering and submitting. What an
 * approver alone may do is personal (R31); an administrator makes keys; a partner's programs are
 * not the office's own.
 */
export const TOKEN_ROLES = ['officer', 'treasury', 'controller', 'auditor'] as const;

export type TokenRole = (typeof TOKEN_ROLES)[number];

export function isTokenRole(role: string): role is TokenRole {
  return (TOKEN_ROLES as readonly string[]).includes(role);
}

const MONTHS_MAX = 12;

/** The last day that a new key may be good for: a year is long enough for nobody to look. */
export function lastTokenDay(today: PlainDate): PlainDate {
  return addMonths(today, MONTHS_MAX);
}

/** Whether a key may end on a day: not before today, and within a year. */
export function isTokenDay(until: PlainDate, today: PlainDate): boolean {
  return until >= today && until <= lastTokenDay(today);
}

/** Asked for, in force, over by its date, or ended by somebody. */
export type TokenState = 'open' | 'active' | 'expired' | 'revoked';

/** What of a key decides on its state. */
interface Standing {
  readonly until: PlainDate;
  readonly consentedBy: string | null | undefined;
  readonly withdrawn: boolean;
}

/** @param today the calendar day in Germany: a key is good until the end of its last day */
export function tokenState(
  { until, consentedBy, withdrawn }: Standing,
  today: PlainDate,
): TokenState {
  if (withdrawn) return 'revoked';
  if (until < today) return 'expired';
  return (consentedBy ?? null) === null ? 'open' : 'active';
}
