import fc from 'fast-check';
import { daysInMonth, daysInYear } from '../calendar/day-number.js';
import {
  addDays,
  dayOf,
  fromDayNumber,
  monthOf,
  toDayNumber,
  type PlainDate,
} from '../calendar/plain-date.js';
import { cents } from '../money/cents.js';
import {
  equal,
  fraction,
  reduced,
  roundHalfAwayFromZero,
  sumFractions,
  type Fraction,
} from '../money/fraction.js';
import { PRORATION_CONVENTIONS, type ProrationConvention } from './conventions.js';
import type { Spell } from './daily-shares.js';
import { entitlement, type EntitlementPlan } from './entitlement.js';
import { fte } from './fte.js';

const FIRST = toDayNumber('2023-01-01' as PlainDate);
const DAYS = 731;
const anyDay = fc.integer({ min: 0, max: DAYS - 1 }).map((offset) => fromDayNumber(FIRST + offset));
const anyPeriod = fc
  .tuple(anyDay, anyDay)
  .map(([a, b]) => (a < b ? { from: a, to: b } : { from: b, to: a }));
const anyShare = fc.integer({ min: 1, max: 40 }).map((quarters) => fte(quarters * 250));
const anySpell: fc.Arbitrary<Spell> = fc
  .record({
    from: anyDay,
    to: anyDay,
    share: anyShare,
    unpaid: fc.array(anyPeriod, { maxLength: 2 }),
  })
  .map(({ from, to, ...rest }) =>
    from < to ? { from, to, ...rest } : { from: to, to: from, ...rest },
  );
const anyRates = fc
  .tuple(anyDay, fc.bigInt(0n, 10_000_000n), fc.bigInt(0n, 10_000_000n))
  .map(([change, before, after]) => [
    { validFrom: '2022-01-01' as PlainDate, annualCents: cents(before) },
    { validFrom: change, annualCents: cents(after) },
  ]);
const anyPlan: fc.Arbitrary<EntitlementPlan> = fc.record({
  period: anyPeriod,
  plannedFte: anyShare,
  spells: fc.array(anySpell, { maxLength: 4 }),
  unpaidCutsCap: fc.boolean(),
  rates: anyRates,
  convention: fc.constantFrom(...PRORATION_CONVENTIONS),
});

describe('entitlements of 10,000 random plans', () => {
  it('equal a count of day after day, lose no cent, and explain the same amount', () => {
    fc.assert(
      fc.property(anyPlan, (plan) => {
        const result = entitlement(plan);
        for (const year of result.byYear) {
          const exact = countedByDay(plan, year.year);
          expect(equal(year.exactCents, exact)).toBe(true);
          expect(year.amount).toBe(roundHalfAwayFromZero(exact));
        }
        expect(result.byYear.reduce((sum, { amount }) => sum + amount, 0n)).toBe(result.amount);
        expect(result.derivation().result).toEqual({ kind: 'money', cents: result.amount });
      }),
      { numRuns: 10_000 },
    );
  });

  it('do not change by a change of person on a full post, under any convention', () => {
    fc.assert(
      fc.property(anyPlan, anyDay, (plan, change) => {
        const { from, to } = plan.period;
        const one: Spell = { from, to, share: plan.plannedFte };
        const two: Spell[] = [
          { ...one, to: change },
          { ...one, from: addDays(change, 1) },
        ];
        const spells = from <= change && change < to ? two : [one];
        expect(entitlement({ ...plan, spells }).amount).toBe(
          entitlement({ ...plan, spells: [one] }).amount,
        );
      }),
      { numRuns: 10_000 },
    );
  });
});

/** The rule again, as slowly and plainly as it is told: day after day, in exact fractions. */
function countedByDay(plan: EntitlementPlan, year: number): Fraction {
  const first = toDayNumber(`${year.toString()}-01-01` as PlainDate);
  const days = Array.from({ length: daysInYear(year) }, (_, index) => fromDayNumber(first + index));
  const share = new Map(days.map((day) => [day, shareOn(plan, day)]));
  return sumFractions(
    days.flatMap((day) => {
      const units = countedShare(plan.convention, days, share, day);
      if (units === 0) return [];
      const rate = plan.rates.findLast(({ validFrom }) => validFrom <= day)?.annualCents ?? 0n;
      const weight = weightOf(plan.convention, year, day);
      return [reduced({ n: rate * BigInt(units) * weight.n, d: 10_000n * weight.d })];
    }),
  );
}

function shareOn(plan: EntitlementPlan, day: PlainDate): number {
  if (day < plan.period.from || day > plan.period.to) return 0;
  const sum = plan.spells
    .filter(({ from, to }) => from <= day && (to === undefined || day <= to))
    .filter(
      ({ unpaid }) =>
        !plan.unpaidCutsCap || !(unpaid ?? []).some(({ from, to }) => from <= day && day <= to),
    )
    .reduce((all, spell) => all + spell.share, 0);
  return Math.min(sum, plan.plannedFte);
}

const extremes = new WeakMap<Map<PlainDate, number>, Map<string, { min: number; max: number }>>();

function countedShare(
  convention: ProrationConvention,
  days: readonly PlainDate[],
  share: Map<PlainDate, number>,
  day: PlainDate,
): number {
  if (convention !== 'full-month' && convention !== 'started-month') return share.get(day) ?? 0;
  const known = extremes.get(share) ?? new Map<string, { min: number; max: number }>();
  extremes.set(share, known);
  const month = day.slice(0, 7);
  const shares = (): number[] =>
    days.filter((other) => other.startsWith(month)).map((other) => share.get(other) ?? 0);
  const found = known.get(month) ?? { min: Math.min(...shares()), max: Math.max(...shares()) };
  known.set(month, found);
  return convention === 'full-month' ? found.min : found.max;
}

function weightOf(convention: ProrationConvention, year: number, day: PlainDate): Fraction {
  const length = daysInMonth(year, monthOf(day));
  switch (convention) {
    case 'actual-days':
      return fraction(1n, BigInt(daysInYear(year)));
    case 'thirty-360': {
      const isLast = dayOf(day) === length;
      const weight = dayOf(day) === 31 ? 0 : isLast ? 31 - length : 1;
      return fraction(BigInt(weight), 360n);
    }
    case 'calendar-month':
    case 'full-month':
    case 'started-month':
      return fraction(1n, 12n * BigInt(length));
  }
}
