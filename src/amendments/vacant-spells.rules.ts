import { calendarYear, intersect } from '../domain/calendar/period.js';
import { firstOfYear, type Period } from '../domain/calendar/plain-date.js';
import type { Fte } from '../domain/proration/fte.js';
import { vacanciesOf, type BookFacts } from '../positions/positions.js';
import { vacantFte } from './vacant-fte.rules.js';

/** Days in a row on which VzÄ of a line are vacant, always as many. */
export interface VacantSpell {
  readonly line: string;
  /** Posts of the line that are not wholly filled on these days. */
  readonly posts: readonly string[];
  readonly period: Period;
  readonly vacantFte: Fte;
}

/** Where VzÄ of forwarded lines are vacant on days of a year, in the order of their first day. */
export function vacantSpells(facts: BookFacts, year: number): readonly VacantSpell[] {
  return [...facts.lines]
    .filter(([, { contract }]) => contract.direction === 'forwarding')
    .flatMap(([line]) => spellsOf(facts, line, year))
    .toSorted((a, b) => a.period.from.localeCompare(b.period.from));
}

function spellsOf(facts: BookFacts, line: string, year: number): readonly VacantSpell[] {
  return vacantFte(facts, line, firstOfYear(year)).flatMap(({ period: days, vacant }) => {
    const period = intersect(days, calendarYear(year));
    if (vacant <= 0 || period === undefined) return [];
    const posts = (facts.positionsByLine.get(line) ?? [])
      .filter((position) => vacanciesOf(position, period).length > 0)
      .map(({ id }) => id);
    return [{ line, posts, period, vacantFte: vacant }];
  });
}
