import { CapacityExceeded } from './capacity.errors.js';
import {
  amountOn,
  firstExcess,
  type Excess,
  type SidedSlice,
  type Slice,
} from './capacity.rules.js';

/**
 * On each day of an increase, what is used is at most what is granted (R1, R11).
 *
 * @param standing all that stands for the holder
 * @param wanted the whole new use of the subject, for the figures of the refusal
 * @throws CapacityExceeded
 */
export function ensureFits(
  { holder }: { readonly holder: string },
  standing: readonly SidedSlice[],
  changes: readonly Slice[],
  wanted: readonly Slice[],
): void {
  const excess = firstExcess(standing, changes);
  if (excess !== undefined) throw new CapacityExceeded(factsOf(holder, excess, wanted));
}

function factsOf(holder: string, excess: Excess, wanted: readonly Slice[]) {
  const { measure, day, granted, used } = excess;
  const own = wanted
    .filter((slice) => slice.measure === measure)
    .map((slice): SidedSlice => ({ ...slice, side: 'use' }));
  const requested = amountOn(own, 'use', day);
  return { holder, measure, day, granted, used: used - requested, requested };
}
