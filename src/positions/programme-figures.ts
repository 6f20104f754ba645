import { lastOfYear } from '../domain/calendar/plain-date.js';
import type { Programmes } from '../programmes/programmes.js';
import type { ComponentNames } from './component-figures.rules.js';
import type { ProgrammeFigures } from './entitlement-book.rules.js';
import type { RatesOf } from './own-post.rules.js';

/** The rates of the programmes, as the rules of this module ask for them. */
export function ratesOf(programmes: Programmes): RatesOf {
  return (component, kind) =>
    programmes
      .component(component)
      .rates.filter((rate) => rate.kind === kind)
      .toSorted((a, b) => (a.validFrom < b.validFrom ? -1 : 1));
}

/** Rates, and the fixed sums that are in force at the end of a year. */
export function programmeFigures(programmes: Programmes, year: number): ProgrammeFigures {
  return {
    ratesOf: ratesOf(programmes),
    fixedSumOf: (component, item) =>
      programmes.fixedSums(component, lastOfYear(year)).find(({ key }) => key === item),
  };
}

/** The clause of a component that permits forwarding (R2). */
export function permissionOf(programmes: Programmes): (component: string) => string | undefined {
  return (component) => programmes.component(component).forwardingClause;
}

/** All components in the order of the programmes, with the names that people know. */
export function componentNames(programmes: Programmes): ReadonlyMap<string, ComponentNames> {
  return new Map(
    programmes
      .programmes()
      .flatMap((programme) =>
        programme.components.map(({ id, name, shortName }) => [
          id,
          { name, shortName, programme: programme.id, programmeName: programme.name },
        ]),
      ),
  );
}
