import { toDecimal, type Fraction } from '../../domain/money/fraction.js';

/** "83,3 %": the part of a year, cut after one place, for reading only. */
export function percentOf(share: Fraction): string {
  const { text } = toDecimal({ n: share.n * 100n, d: share.d }, 1);
  return `${text.replace('.', ',').replace(/,0$/, '')}\u00a0%`;
}
