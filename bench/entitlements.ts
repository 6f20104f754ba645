import { dayNumberOf, daysInMonth } from '../src/domain/calendar/day-number.js';
import { addDays, toDayNumber, type PlainDate } from '../src/domain/calendar/plain-date.js';
import { cents } from '../src/domain/money/cents.js';
import { entitlement, type EntitlementPlan } from '../src/domain/proration/entitlement.js';
import { fte } from '../src/domain/proration/fte.js';
import { report, round } from './report.js';

/**
 * Entitlements of 100,000 positions over one year, beside a bare BigInt loop over the same formula
 * in the same run: the ratio is what counts, the times are of this machine.
 */
const POSITIONS = 100_000;
const ROUNDS = 9;
const YEAR_START = '2023-01-01' as PlainDate;
const YEAR_END = '2023-12-31' as PlainDate;

function plans(): readonly EntitlementPlan[] {
  return Array.from({ length: POSITIONS }, (_, index) => {
    const from = addDays(YEAR_START, (index * 37) % 300);
    const to = index % 3 === 0 ? addDays(from, 30 + (index % 30)) : YEAR_END;
    const share = fte(2_500 + (index % 31) * 250);
    return {
      period: { from: YEAR_START, to: YEAR_END },
      plannedFte: share,
      spells: [{ from, to, share }],
      unpaidCutsCap: true,
      rates: [{ validFrom: YEAR_START, annualCents: cents(5_700_000n), clause: '§ 6' }],
      convention: 'calendar-month',
      conventionClause: '§ 6',
    };
  });
}

/** What the bare loop needs of a plan, read beforehand: it parses and checks nothing. */
interface BarePlan {
  readonly first: number;
  readonly last: number;
  readonly share: bigint;
  readonly rate: bigint;
}

function barePlans(all: readonly EntitlementPlan[]): readonly BarePlan[] {
  return all.map(({ spells, rates }) => ({
    first: toDayNumber(spells[0]?.from ?? YEAR_START),
    last: toDayNumber(spells[0]?.to ?? YEAR_END),
    share: BigInt(spells[0]?.share ?? 0),
    rate: rates[0]?.annualCents ?? 0n,
  }));
}

const MONTHS = Array.from({ length: 12 }, (_, index) => {
  const first = dayNumberOf(2023, index + 1, 1);
  const length = daysInMonth(2023, index + 1);
  return { first, last: first + length - 1, dayWeight: BigInt(13_020 / length) };
});

/** Each month its days over the month's length, summed, times share and rate, rounded once. */
function bare(plan: BarePlan): bigint {
  let units = 0n;
  for (const { first, last, dayWeight } of MONTHS) {
    const from = plan.first > first ? plan.first : first;
    const to = plan.last < last ? plan.last : last;
    if (from <= to) units += BigInt(to - from + 1) * dayWeight;
  }
  const n = plan.rate * plan.share * units;
  const d = 12n * 13_020n * 10_000n;
  return (2n * n + d) / (2n * d);
}

type Work = 'loop' | 'without' | 'explained';

/**
 * The best time of each kind of work in seconds. The kinds take turns, so that what else the
 * machine does meets all of them; a sum that differs stops the bench.
 */
function bestSeconds(): Readonly<Record<Work, number>> {
  const given = plans();
  const bareGiven = barePlans(given);
  const works: Readonly<Record<Work, () => bigint>> = {
    loop: () => bareGiven.reduce((sum, plan) => sum + bare(plan), 0n),
    without: () => given.reduce((sum, plan) => sum + entitlement(plan).amount, 0n),
    explained: () => given.reduce((sum, plan) => sum + explainedAmount(plan), 0n),
  };
  const expected = works.loop();
  const timed = (work: Work, best: number): number => {
    const start = process.hrtime.bigint();
    if (works[work]() !== expected) throw new Error('the sums differ');
    return Math.min(best, Number(process.hrtime.bigint() - start) / 1e9);
  };
  let best: Readonly<Record<Work, number>> = {
    loop: Infinity,
    without: Infinity,
    explained: Infinity,
  };
  for (let round = 0; round < ROUNDS; round++) {
    best = {
      loop: timed('loop', best.loop),
      without: timed('without', best.without),
      explained: timed('explained', best.explained),
    };
  }
  return best;
}

/** The derivation is asked for its result, so that nothing of it can be left out. */
function explainedAmount(plan: EntitlementPlan): bigint {
  const { result, steps } = entitlement(plan).derivation();
  if (result.kind !== 'money' || steps.length === 0) throw new Error('no derivation');
  return result.cents;
}

/** Prints positions per second without and with derivation, as a ratio to the bare loop. */
export function benchEntitlements(): void {
  const { loop, without, explained } = bestSeconds();
  const rate = (seconds: number): number => round(POSITIONS / seconds, 0);
  const common = {
    unit: 'positions/s',
    yardstick: 'bare BigInt loop over the same formula',
    yardstickValue: rate(loop),
  };
  report({
    work: `entitlements of ${POSITIONS.toString()} positions over one year`,
    value: rate(without),
    ...common,
    ratio: round(loop / without),
    aim: '>= 0.25',
  });
  report({
    work: 'the same with derivation',
    value: rate(explained),
    ...common,
    ratio: round(loop / explained),
    aim: '>= 0.1',
  });
}
