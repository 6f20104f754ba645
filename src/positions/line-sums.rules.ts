import { shareOfYear, type LineSpan } from '../contracts/contracts.js';
import { money, named, step, type DerivationStep } from '../domain/derivation/derivation.js';
import {
  agreedCounts,
  fixedSumEntitlement,
  type FixedSum,
} from '../domain/fixed-sums/fixed-sums.js';
import { cents, ZERO_CENTS, type Cents } from '../domain/money/cents.js';
import {
  divide,
  fraction,
  multiply,
  roundHalfAwayFromZero,
  sumFractions,
  ZERO,
  type Fraction,
} from '../domain/money/fraction.js';
import { fteFraction } from '../domain/proration/fte.js';
import type { FixedSumItem, LineMeasure } from '../programmes/definitions/definition.js';
import type { PostAmount } from './post-entitlement.rules.js';

/** A sum of a line beside its posts, with the steps that lead to it. */
export interface LineSum {
  readonly cents: Cents;
  readonly steps: readonly DerivationStep[];
}

const NO_SUM: LineSum = { cents: ZERO_CENTS, steps: [] };

/** "Festbetrag" that is in force for an item of a component (R6a). */
export type FixedSumOf = (component: string, item: string) => FixedSumItem | undefined;

/**
 * Material of a line in a year. With posts it is a sum per VzÄ and follows the filled time; without
 * posts it follows the time in force. Each version counts for its days; rounded once.
 *
 * @param filled of the line's posts, each part under the rate of the version it was filled under
 */
export function materialOfYear(
  spans: readonly LineSpan[],
  filled: readonly PostAmount[],
  year: number,
): LineSum {
  const counted = shareOfYear(spans, year).map(({ span, share }) => {
    const { line, period } = span;
    const part = line.fte === 0 ? share : filledPart(span, filled);
    return { line, period, part, exact: multiply(fraction(line.materialCents), part) };
  });
  if (counted.every(({ line }) => line.materialCents === 0n)) return NO_SUM;
  const exact = sumFractions(counted.map((entry) => entry.exact));
  const rounded = cents(roundHalfAwayFromZero(exact));
  const steps = counted.map((entry) =>
    step(
      'product',
      [
        named('unit-sum', money(entry.line.materialCents)),
        named('period', { kind: 'period', period: entry.period }),
        named('year-share', { kind: 'fraction', value: entry.part }),
      ],
      { kind: 'exact-money', cents: entry.exact },
      entry.line.clause,
    ),
  );
  const exactInput = named('exact', { kind: 'exact-money', cents: exact });
  return { cents: rounded, steps: [...steps, step('rounded', [exactInput], money(rounded))] };
}

/** Filled VzÄ-years of a version's days, as a part of the line's VzÄ. */
function filledPart({ line, period }: LineSpan, filled: readonly PostAmount[]): Fraction {
  const fteYears = sumFractions(
    filled
      .flatMap(({ parts }) => parts)
      .filter(({ rate }) => rate.validFrom === period.from)
      .map((part) => part.fteYears),
  );
  return fteYears.n === 0n ? ZERO : divide(fteYears, fteFraction(line.fte));
}

/**
 * R6a: agreed quantities times fixed sums, of the last version in the year; the proof counts what
 * was done. A fixed sum that the programme does not have counts nothing and is named.
 */
export function measuresOfYear(spans: readonly LineSpan[], fixedSumOf: FixedSumOf): LineSum {
  const line = spans.at(-1)?.line;
  if (line === undefined || line.measures.length === 0) return NO_SUM;
  const counts = line.measures.map((measure) => {
    const item = fixedSumOf(line.component, measure.item);
    return { item: item ?? unknownSum(measure), counts: countsOf(measure, item) };
  });
  const { amount, derivation } = fixedSumEntitlement(counts, line.ceilingCents);
  return { cents: amount, steps: derivation().steps };
}

function unknownSum({ item }: LineMeasure): FixedSum {
  return { name: item, amountCents: ZERO_CENTS };
}

/** An agreement does not say on which days: a limit by day binds only the proof. */
function countsOf(measure: LineMeasure, item: FixedSumItem | undefined): readonly number[] {
  return item?.maxCentsPerDay === undefined
    ? agreedCounts(measure.quantity, measure.months)
    : agreedCounts(1, measure.quantity * (measure.months ?? 1));
}
