import { reduced, toDecimal, type Fraction } from './fraction.js';

/** Percent a year as exact decimals; the law prints two places, an agreed margin may have more. */
const PLACES_MIN = 2;
const PLACES_MAX = 12;

/** Writes "3.12" for the API: at least two places, more where the value has more. */
export function percentToApi(value: Fraction): string {
  return decimalText(value);
}

/** Writes "3,12\u00a0%". */
export function formatPercent(value: Fraction): string {
  return `${decimalText(value).replace('.', ',')}\u00a0%`;
}

function decimalText(value: Fraction): string {
  const lowest = reduced(value);
  for (let places = PLACES_MIN; places < PLACES_MAX; places++) {
    const { text, exact } = toDecimal(lowest, places);
    if (exact) return text;
  }
  return toDecimal(lowest, PLACES_MAX).text;
}
