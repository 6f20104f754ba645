import {
  agreedCounts,
  fixedSumEntitlement,
  type FixedSumCount,
} from '../../../domain/fixed-sums/fixed-sums.js';
import { isAmount, parseAmount } from '../../../domain/money/amount-text.js';
import { ZERO_CENTS, type Cents } from '../../../domain/money/cents.js';
import type { ComponentDefinition } from '../../../programmes/definitions/definition.js';

type Written = Readonly<Record<string, unknown>>;

/** What the agreed quantities of a line come to by their fixed sums (R6a); undefined without any. */
export function measuresOf(
  { component, measures, ceiling }: Written,
  components: readonly ComponentDefinition[],
): Cents | undefined {
  const known = components.find(({ id }) => id === component)?.fixedSums ?? [];
  const told = Array.isArray(measures) ? (measures as readonly unknown[]) : [];
  const counts = told.flatMap((entry): readonly FixedSumCount[] => {
    const { item, quantity, months } = Object(entry) as Written;
    const sum = known.find(({ key }) => key === item);
    const [count, times] = [wholeIn(quantity), wholeIn(months) ?? 1];
    if (sum === undefined || count === undefined || times > MONTHS_MAX) return [];
    // On which days it will be done is not agreed: a limit by day binds only the proof.
    const isByDay = sum.maxCentsPerDay !== undefined;
    return [
      { item: sum, counts: isByDay ? agreedCounts(1, count * times) : agreedCounts(count, times) },
    ];
  });
  if (counts.length === 0) return undefined;
  const grant =
    typeof ceiling === 'string' && isAmount(ceiling) ? parseAmount(ceiling) : ZERO_CENTS;
  return fixedSumEntitlement(counts, grant).amount;
}

const MONTHS_MAX = 12;

function wholeIn(value: unknown): number | undefined {
  return typeof value === 'string' && /^\d{1,4}$/.test(value) ? Number(value) : undefined;
}
