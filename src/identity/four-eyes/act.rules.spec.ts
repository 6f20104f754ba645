import type { Instant } from '../../domain/calendar/instant.js';
import { ensureMayAct, type Act, type ActKind, type NextAct } from './act.rules.js';

const done = (act: ActKind, actor: string, more: Partial<Act> = {}): Act => ({
  ...{ act, actor, actingFor: undefined, role: undefined, reason: '', onePersonRule: undefined },
  at: '2026-03-02T08:00:00.000Z' as Instant,
  ...more,
});
const standing = (...acts: readonly Act[]) => ({ acts, parts: [], wholes: [] });
const CERTIFIED = standing(done('entered', 'a'), done('certified', 'b'));

function told(next: NextAct, on: Parameters<typeof ensureMayAct>[1]): string {
  try {
    ensureMayAct(next, on);
    return 'may';
  } catch (error) {
    return (error as { code: string }).code;
  }
}

describe('four eyes', () => {
  it.each([
    ['another orders what one certified', { act: 'ordered', by: 'c' }, 'may'],
    ['one orders what they certified', { act: 'ordered', by: 'b' }, 'identity.same-person'],
    [
      'one orders what they certified, where the office has a rule for it',
      { act: 'ordered', by: 'b', onePersonRule: 'Dienstanweisung Nr. 4' },
      'may',
    ],
    [
      'one orders what they entered, whatever the rule',
      { act: 'ordered', by: 'a', onePersonRule: 'Dienstanweisung Nr. 4' },
      'identity.same-person',
    ],
    ['the treasury pays what nobody ordered', { act: 'released', by: 'd' }, 'identity.act-not-due'],
    ['one certifies twice', { act: 'certified', by: 'b' }, 'identity.act-repeated'],
    ['another certifies again', { act: 'certified', by: 'c' }, 'identity.act-complete'],
  ] as const)('%s', (_, next, expected) => {
    expect(told(next, CERTIFIED)).toBe(expected);
  });

  it('keeps whoever released a file from judging one of its parts', () => {
    const on = { ...standing(done('entered', 'a')), wholes: [done('released', 'd')] };
    expect(told({ act: 'certified', by: 'd' }, on)).toBe('identity.same-person');
    expect(told({ act: 'certified', by: 'b' }, on)).toBe('may');
  });
});
