import type { Instant } from '../../domain/calendar/instant.js';
import {
  afterAttempt,
  afterSuccess,
  blockedUntil,
  networkOf,
  type AttemptCount,
  type AttemptKind,
} from './attempt-limits.rules.js';

const NOW = '2026-03-02T08:00:00.000Z' as Instant;
const NONE: AttemptCount = { attempts: 0, countedAt: NOW, blockedUntil: null };

const after = (minutes: number) =>
  new Date(Date.parse(NOW) + minutes * 60_000).toISOString() as Instant;

/** So many attempts at one moment. */
function counted(kind: AttemptKind, times: number, from = NONE, at = NOW): AttemptCount {
  return Array.from({ length: times }).reduce<AttemptCount>(
    (count) => afterAttempt(kind, count, at),
    from,
  );
}

/** Seconds that the next attempt has to wait. */
function waitAfter(kind: AttemptKind, times: number): number {
  const until = blockedUntil(counted(kind, times), NOW);
  return until === undefined ? 0 : (Date.parse(until) - Date.parse(NOW)) / 1000;
}

describe('attempts to sign in', () => {
  it('wait twice as long each time after three, and a quarter of an hour after ten', () => {
    const waits = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map((n) => waitAfter('sign-in-account', n));
    expect(waits).toEqual([0, 0, 0, 2, 4, 8, 16, 32, 60, 900]);
  });

  it('from one network wait only after fifty', () => {
    expect([1, 49, 50].map((n) => waitAfter('sign-in-address', n))).toEqual([0, 0, 900]);
  });

  it('are forgotten one an hour for an account, so that a day has fewer than a hundred', () => {
    const { attempts } = counted('sign-in-account', 1, counted('sign-in-account', 9), after(185));
    expect(attempts).toBe(7);
    let [day, tries] = [counted('sign-in-account', 10), 10];
    for (let minutes = 1; minutes < 24 * 60; minutes += 1) {
      if (blockedUntil(day, after(minutes)) !== undefined) continue;
      day = afterAttempt('sign-in-account', day, after(minutes));
      tries += 1;
    }
    expect(tries).toBeGreaterThan(50);
    expect(tries).toBeLessThanOrEqual(110);
  });

  it('are all forgotten after a while', () => {
    const { attempts } = counted('sign-in-address', 1, counted('sign-in-address', 50), after(60));
    expect(attempts).toBe(1);
  });

  it('free an account once they turn out right, and leave an address what others tried', () => {
    expect(afterSuccess('sign-in-account', counted('sign-in-account', 9)).attempts).toBe(0);
    expect(afterSuccess('sign-in-address', counted('sign-in-address', 9)).attempts).toBe(8);
    expect(afterSuccess('sign-in-address', NONE).attempts).toBe(0);
  });

  it('count as they do while a clock is behind', () => {
    expect(counted('sign-in-account', 1, counted('sign-in-account', 2), after(-10)).attempts).toBe(
      3,
    );
  });
});

describe('the network of an address', () => {
  it.each([
    ['192.168.7.9', '192.168.7.9'],
    ['::ffff:192.168.7.9', '192.168.7.9'],
    ['2001:db8:7:1:aaaa:bbbb:cccc:dddd', '2001:db8:7:1'],
    ['2001:0DB8:7:1::9', '2001:db8:7:1'],
    ['2001:db8::9', '2001:db8:0:0'],
    ['fe80::1%eth0', 'fe80:0:0:0'],
    ['::1', '0:0:0:0'],
    ['', ''],
  ])('of %s is %s', (address, network) => {
    expect(networkOf(address)).toBe(network);
  });
});
