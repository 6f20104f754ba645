import { lastOfYear } from '../domain/calendar/plain-date.js';
import type { Programmes } from '../programmes/programmes.js';
import type { FixedSumOf } from './line-sums.rules.js';
import type { RatesOf } from './own-post.rules.js';

/** The rates of the programmes, as the rules of this module ask for them. */
export function ratesOf(programmes: Programmes): RatesOf {
  return (component, kind) =>
    programmes
      .component(component)
      .rates.filter((rate) => rate.kind === kind)
      .toSorted((a, b) => (a.validFrom < b.validFrom ? -1 : 1));
}

/** The fixed sums that are in force at the end of a year. */
export function fixedSumsOf(programmes: Programmes, year: number): FixedSumOf {
  return (component, item) =>
    programmes.fixedSums(component, lastOfYear(year)).find(({ key }) => key === item);
}
