import { Ids } from '../ids/ids.js';
import { FixedClock } from './fixed-clock.js';
import { dayInGermany, SystemClock } from './system-clock.js';

describe('today', () => {
  it.each([
    ['2025-01-01T22:59:59.999Z', '2025-01-01'],
    ['2025-01-01T23:00:00.000Z', '2025-01-02'],
    ['2025-06-30T21:59:59.999Z', '2025-06-30'],
    ['2025-06-30T22:00:00.000Z', '2025-07-01'],
  ])('is the day in Germany: at %s it is %s', (instant, day) => {
    expect(new FixedClock(instant).today()).toBe(day);
  });

  it('is told by the clock of the machine too', () => {
    const clock = new SystemClock();
    expect(clock.now()).toMatch(/^\d{4}-\d{2}-\d{2}T[\d:.]{12}Z$/);
    expect(clock.today()).toBe(dayInGermany(clock.now()));
  });
});

describe('ids', () => {
  it('ascend within an instance, also while the clock stands or goes back', () => {
    const clock = new FixedClock();
    const ids = new Ids(clock);
    const made = [ids.newId(), ids.newId()];
    clock.moveTo('2020-01-01T00:00:00Z');
    made.push(ids.newId());
    expect(made).toEqual([...made].sort());
    expect(new Set(made).size).toBe(3);
    expect(made[0]).toHaveLength(26);
  });
});
