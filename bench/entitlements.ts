import { cpus } from 'node:os';
import { dayNumberOf, daysInMonth } from '../src/domain/calendar/day-number.js';
import { addDays, toDayNumber, type PlainDate } from '../src/domain/calendar/plain-date.js';
import { cents } from '../src/domain/money/cents.js';
import { entitlement, type EntitlementPlan } from '../src/domain/proration/entitlement.js';
import { fte } from '../src/domain/proration/fte.js';

/**
 * Entitlements of 100,000 positions over one year, beside a bare BigInt loop over the same formula
 * in the same run. One JSON line per figure: the ratio is what counts, the times are of this machine.
 */
const POSITIONS = 100_000;
const ROUNDS = 7;
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

function bestSeconds(run: () => bigint, expected?: bigint): { seconds: number; sum: bigint } {
  let seconds = Number.POSITIVE_INFINITY;
  let sum = 0n;
  for (let round = 0; round < ROUNDS; round++) {
    const start = process.hrtime.bigint();
    sum = run();
    seconds = Math.min(seconds, Number(process.hrtime.bigint() - start) / 1e9);
  }
  if (expected !== undefined && sum !== expected) throw new Error('the sums differ');
  return { seconds, sum };
}

function print(line: Readonly<Record<string, string | number>>): void {
  process.stdout.write(`${JSON.stringify(line)}\n`);
}

const given = plans();
const bareGiven = barePlans(given);
const loop = bestSeconds(() => bareGiven.reduce((sum, plan) => sum + bare(plan), 0n));
const without = bestSeconds(
  () => given.reduce((sum, plan) => sum + entitlement(plan).amount, 0n),
  loop.sum,
);
let steps = 0;
const explained = bestSeconds(
  () =>
    given.reduce((sum, plan) => {
      const result = entitlement(plan);
      steps += result.derivation().steps.length;
      return sum + result.amount;
    }, 0n),
  loop.sum,
);

const [cpu] = cpus();
print({
  bench: 'entitlements',
  positions: POSITIONS,
  cpu: cpu?.model ?? 'unknown',
  cores: cpus().length,
  node: process.version,
  platform: process.platform,
});
const figures = { 'bare-loop': loop, 'without-derivation': without, 'with-derivation': explained };
for (const [what, { seconds }] of Object.entries(figures)) {
  print({
    bench: 'entitlements',
    what,
    milliseconds: Number((seconds * 1e3).toPrecision(4)),
    perSecond: Math.floor(POSITIONS / seconds),
    ratioToBareLoop: Number((loop.seconds / seconds).toPrecision(3)),
    ...(what === 'with-derivation' ? { stepsPerPosition: steps / ROUNDS / POSITIONS } : {}),
  });
}
