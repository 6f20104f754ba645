import { isIPv6 } from 'node:net';
import type { Instant } from '../../domain/calendar/instant.js';

/** What is tried, and for what it is counted: an account, or where the request comes from. */
export type AttemptKind =
  | 'sign-in-account'
  | 'sign-in-address'
  | 'reset-account'
  | 'reset-address'
  /** Codes of a second factor, and the password that is asked for again: by the person's id. */
  | 'code-account'
  | 'own-account'
  /** Browsers that are sent to the office's directory. */
  | 'directory-address'
  /** Programs with a key that is good for nothing. */
  | 'token-address';

/** How often something may be tried. */
interface Limit {
  /** With so many attempts it is blocked. */
  readonly most: number;
  readonly blockedSeconds: number;
  /** Each of these, one attempt is forgotten. */
  readonly forgottenSeconds: number;
  /** After so many attempts each further one has to wait, twice as long each time. */
  readonly freely?: number;
}

const MINUTE = 60;
const HOUR = 3600;
const PAUSE_SECONDS_MOST = 60;

/**
 * Below the hundred failures of an account that NIST SP 800-63B (rate limiting) allows at most; an
 * address may be a whole office behind one line. Forgotten bit by bit, so that typing errors of a
 * day do not add up.
 */
const LIMITS: Readonly<Record<AttemptKind, Limit>> = {
  'sign-in-account': {
    ...{ most: 10, blockedSeconds: 15 * MINUTE, forgottenSeconds: HOUR, freely: 3 },
  },
  'sign-in-address': { most: 50, blockedSeconds: 15 * MINUTE, forgottenSeconds: MINUTE },
  'reset-account': { most: 4, blockedSeconds: HOUR, forgottenSeconds: HOUR },
  'reset-address': { most: 20, blockedSeconds: HOUR, forgottenSeconds: 5 * MINUTE },
  'code-account': {
    ...{ most: 10, blockedSeconds: 15 * MINUTE, forgottenSeconds: HOUR, freely: 3 },
  },
  'own-account': {
    ...{ most: 10, blockedSeconds: 15 * MINUTE, forgottenSeconds: HOUR, freely: 3 },
  },
  'directory-address': { most: 50, blockedSeconds: 15 * MINUTE, forgottenSeconds: MINUTE },
  'token-address': { most: 20, blockedSeconds: MINUTE, forgottenSeconds: 3 },
};

/** What is counted for an account or an address. */
export interface AttemptCount {
  readonly attempts: number;
  readonly countedAt: Instant;
  readonly blockedUntil: Instant | null;
}

/** Until when no further attempt is taken; undefined: it is taken now. */
export function blockedUntil({ blockedUntil: until }: AttemptCount, now: Instant) {
  return until !== null && until > now ? until : undefined;
}

/** The count with one more attempt, and how long the next one has to wait. */
export function afterAttempt(kind: AttemptKind, count: AttemptCount, now: Instant): AttemptCount {
  const { attempts, countedAt } = remembered(LIMITS[kind], count, now);
  const more = attempts + 1;
  const seconds = waitSeconds(LIMITS[kind], more);
  return {
    attempts: more,
    countedAt,
    blockedUntil: seconds === 0 ? null : later(now, seconds),
  };
}

/** Since when it is blocked, for a count that is. */
export function blockedSince(kind: AttemptKind, { attempts, blockedUntil: until }: AttemptCount) {
  return until === null ? undefined : later(until, -waitSeconds(LIMITS[kind], attempts));
}

/** Whether no more attempts are taken for a while. */
export function isUsedUp(kind: AttemptKind, { attempts }: AttemptCount): boolean {
  return attempts >= LIMITS[kind].most;
}

/** The count once an attempt turned out right: an account is free again, an address has one less. */
export function afterSuccess(kind: AttemptKind, count: AttemptCount): AttemptCount {
  const attempts = kind.endsWith('-account') ? 0 : Math.max(0, count.attempts - 1);
  return { ...count, attempts, blockedUntil: null };
}

/** After so long no kind of attempt is remembered. */
export const LONGEST_SECONDS = Math.max(
  ...Object.values(LIMITS).map(({ most, forgottenSeconds }) => 2 * most * forgottenSeconds),
);

function remembered({ forgottenSeconds }: Limit, count: AttemptCount, now: Instant) {
  const seconds = Math.max(0, Date.parse(now) - Date.parse(count.countedAt)) / 1000;
  const forgotten = Math.floor(seconds / forgottenSeconds);
  if (forgotten >= count.attempts) return { attempts: 0, countedAt: now };
  const countedAt = later(count.countedAt, forgotten * forgottenSeconds);
  return { attempts: count.attempts - forgotten, countedAt };
}

function waitSeconds({ most, blockedSeconds, freely = most }: Limit, attempts: number): number {
  if (attempts >= most) return blockedSeconds;
  if (attempts <= freely) return 0;
  return Math.min(2 ** (attempts - freely), PAUSE_SECONDS_MOST);
}

function later(instant: Instant, seconds: number): Instant {
  return new Date(Date.parse(instant) + seconds * 1000).toISOString() as Instant;
}

const NETWORK_GROUPS = 4;

/**
 * What counts as one address: with IPv6 the network of 64 bits, for whoever has one address of it
 * has them all.
 */
export function networkOf(address: string): string {
  if (!isIPv6(address) || address.includes('.')) return address.replace(/^::ffff:/i, '');
  const [head = '', tail] = address.toLowerCase().split('%')[0]?.split('::') ?? [];
  const groups = (part: string): string[] => (part === '' ? [] : part.split(':'));
  const [first, last] = [groups(head), groups(tail ?? '')];
  const zeros = Array.from({ length: 8 - first.length - last.length }, () => '0');
  return [...first, ...zeros, ...last]
    .slice(0, NETWORK_GROUPS)
    .map((group) => parseInt(group, 16).toString(16))
    .join(':');
}
