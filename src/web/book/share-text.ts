import {
  fraction,
  multiply,
  roundHalfAwayFromZero,
  type Fraction,
} from '../../domain/money/fraction.js';

/**
 * "83,3 %": the part of a year, rounded to one place, for reading only. What is nearly all or
 * nearly nothing never reads as 100 % or 0 %.
 */
export function percentOf(share: Fraction): string {
  const rounded = roundHalfAwayFromZero(multiply(share, fraction(1000n)));
  const isPart = share.n > 0n && share.n < share.d;
  const tenths = !isPart ? rounded : rounded < 1n ? 1n : rounded > 999n ? 999n : rounded;
  const places = tenths % 10n === 0n ? '' : `,${tenths % 10n}`;
  return `${tenths / 10n}${places}\u00a0%`;
}
