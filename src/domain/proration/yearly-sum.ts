import { cents, type Cents } from '../money/cents.js';
import { divide, fraction, multiply, roundHalfAwayFromZero } from '../money/fraction.js';
import { fteFraction, type Fte } from './fte.js';

/** A yearly rate for 1.0 VzÄ times a share, rounded once: 4.5 × 57,000.00 = 256,500.00. */
export function yearlySum(annualCents: Cents, share: Fte): Cents {
  return cents(roundHalfAwayFromZero(multiply(fraction(annualCents), fteFraction(share))));
}

/** What a sum is for 1.0 VzÄ, if that is whole cents; undefined if it is not, or without VzÄ. */
export function ratePerFte(amount: Cents, share: Fte): Cents | undefined {
  if (share === 0) return undefined;
  const { n, d } = divide(fraction(amount), fteFraction(share));
  return n % d === 0n ? cents(n / d) : undefined;
}

/** A sum that goes with the VzÄ, when these change: rounded once; without VzÄ it stays. */
export function scaledSum(amount: Cents, from: Fte, to: Fte): Cents {
  if (from === 0) return amount;
  const part = divide(fteFraction(to), fteFraction(from));
  return cents(roundHalfAwayFromZero(multiply(fraction(amount), part)));
}
