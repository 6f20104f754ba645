import fc from 'fast-check';
import { addDays, type Period, type PlainDate } from '../domain/calendar/plain-date.js';
import {
  amountOn,
  differences,
  firstExcess,
  levels,
  shortagesIn,
  type SidedSlice,
  type Slice,
} from './capacity.rules.js';

const FIRST = '2024-12-25' as PlainDate;
const DAYS = 20;

const day = (text: string): PlainDate => text as PlainDate;
const period = (from: string, to: string): Period => ({ from: day(from), to: day(to) });
const fte = (from: string, to: string, amount: bigint): Slice => ({
  measure: 'fte',
  period: period(from, to),
  amount,
});
const granted = (slice: Slice): SidedSlice => ({ ...slice, side: 'grant' });
const used = (slice: Slice): SidedSlice => ({ ...slice, side: 'use' });

const slices: fc.Arbitrary<Slice[]> = fc.array(
  fc.record({
    measure: fc.constantFrom('fte' as const, 'cents' as const),
    period: fc.tuple(fc.nat(DAYS - 1), fc.nat(DAYS - 1)).map(([a, b]) => ({
      from: addDays(FIRST, Math.min(a, b)),
      to: addDays(FIRST, Math.max(a, b)),
    })),
    amount: fc.bigInt(0n, 30_000n),
  }),
  { maxLength: 6 },
);

const everyDay = Array.from({ length: DAYS }, (_, index) => addDays(FIRST, index));
const MEASURES = ['fte', 'cents'] as const;

const standing = (all: readonly Slice[], measure: Slice['measure'], on: PlainDate): bigint =>
  amountOn(all.filter((slice) => slice.measure === measure).map(used), 'use', on);

describe('differences', () => {
  it('lead from the old state to the wanted one on each day', () => {
    fc.assert(
      fc.property(slices, slices, (old, wanted) => {
        const after = [...old, ...differences(old, wanted)];
        for (const measure of MEASURES) {
          for (const on of everyDay) {
            expect(standing(after, measure, on)).toBe(standing(wanted, measure, on));
          }
        }
      }),
      { numRuns: 500 },
    );
  });

  it('are none where nothing changes, however the state is cut into slices', () => {
    const whole = [fte('2025-01-01', '2025-12-31', 5000n)];
    const cut = [fte('2025-07-01', '2025-12-31', 5000n), fte('2025-01-01', '2025-06-30', 5000n)];
    expect(differences(whole, cut)).toEqual([]);
  });

  it('take away before they add', () => {
    const changes = differences(
      [fte('2025-01-01', '2025-12-31', 5000n)],
      [fte('2025-07-01', '2026-06-30', 5000n)],
    );
    expect(changes).toEqual([
      fte('2025-01-01', '2025-06-30', -5000n),
      fte('2026-01-01', '2026-06-30', 5000n),
    ]);
  });

  it('follow a state without end', () => {
    expect(differences([], [fte('2025-01-01', '9999-12-31', 1n)])).toEqual([
      fte('2025-01-01', '9999-12-31', 1n),
    ]);
  });
});

describe('firstExcess', () => {
  const grant = granted(fte('2025-01-01', '2025-12-31', 180_000n));

  it('takes 18.0 VzÄ on 18.0 and refuses 18.5 (R1)', () => {
    const others = used(fte('2025-01-01', '2025-12-31', 140_000n));
    expect(
      firstExcess([grant, others], [fte('2025-01-01', '2025-12-31', 40_000n)]),
    ).toBeUndefined();
    expect(firstExcess([grant, others], [fte('2025-03-01', '2025-12-31', 45_000n)])).toEqual({
      measure: 'fte',
      day: '2025-03-01',
      granted: 180_000n,
      used: 185_000n,
    });
  });

  it('refuses use where nothing is granted', () => {
    expect(firstExcess([], [fte('2025-01-01', '2025-01-01', 1n)])).toMatchObject({ granted: 0n });
    expect(firstExcess([grant], [fte('2025-12-01', '2026-01-31', 1n)])).toMatchObject({
      day: '2026-01-01',
    });
  });

  it('does not look at days on which nothing is increased', () => {
    const short = used(fte('2025-01-01', '2025-06-30', 190_000n));
    expect(firstExcess([grant, short], [fte('2025-07-01', '2025-12-31', 10_000n)])).toBeUndefined();
    expect(firstExcess([grant, short], [fte('2025-06-30', '2025-12-31', 1n)])).toBeDefined();
    expect(firstExcess([grant, short], [fte('2025-01-01', '2025-06-30', -1n)])).toBeUndefined();
  });

  it('agrees with looking at each day', () => {
    const taken = (all: Slice[]) => all.filter(({ measure }) => measure === 'fte');
    fc.assert(
      fc.property(slices, slices, slices, (grants, uses, added) => {
        const base = [...taken(grants).map(granted), ...taken(uses).map(used)];
        const changes = taken(added).filter(({ amount }) => amount > 0n);
        const after = [...base, ...changes.map(used)];
        const exceeds = everyDay.some(
          (on) =>
            amountOn(changes.map(used), 'use', on) > 0n &&
            amountOn(after, 'use', on) > amountOn(after, 'grant', on),
        );
        expect(firstExcess(base, changes) !== undefined).toBe(exceeds);
      }),
      { numRuns: 500 },
    );
  });
});

describe('shortagesIn', () => {
  it('names the days and sums on which more is used than granted', () => {
    const found = shortagesIn([
      granted(fte('2025-01-01', '2025-12-31', 50_000n)),
      granted(fte('2025-07-01', '2025-12-31', -10_000n)),
      used(fte('2025-01-01', '2025-12-31', 45_000n)),
    ]);
    expect(found).toEqual([
      { period: period('2025-07-01', '2025-12-31'), granted: 40_000n, used: 45_000n },
    ]);
  });

  it('joins neighbours with the same figures', () => {
    const halves = [fte('2025-01-01', '2025-06-30', 1n), fte('2025-07-01', '2025-12-31', 1n)];
    expect(levels(halves.map(used))).toHaveLength(1);
  });
});
