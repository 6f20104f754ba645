import { calendarYear, daysOf, intersect } from '../../domain/calendar/period.js';
import { minDate, type Period } from '../../domain/calendar/plain-date.js';
import { periodOf, vacanciesOf, type Vacancy } from '../../positions/positions.js';
import type { PostEntitlement } from '../../positions/entitlements.queries.js';
import type { PositionDefinition } from '../../programmes/definitions/definition.js';
import type { YearFigures } from '../book/book-facts.js';
import type { BookPage } from '../book/book-page.js';

/** A post in the year of the page. */
export interface PositionYear {
  readonly position: PositionDefinition;
  /** The days of the year on which the post exists. */
  readonly period: Period;
  /** Up to the day that is asked about. */
  readonly vacancies: readonly Vacancy[];
  readonly vacantDays: number;
  readonly entitlement?: PostEntitlement;
}

/** The posts that exist in the year, in the order of their labels. */
export function positionsOfYear(page: BookPage): readonly PositionYear[] {
  return page.facts.positions
    .flatMap((position) => positionYear(page, position) ?? [])
    .toSorted((a, b) => a.position.label.localeCompare(b.position.label, 'de'));
}

/** Undefined if the post does not exist in the year. */
export function positionYear(
  page: BookPage,
  position: PositionDefinition,
): PositionYear | undefined {
  const { asOf } = page;
  const year = calendarYear(asOf.year);
  const period = intersect(periodOf(position), year);
  if (period === undefined) return undefined;
  const past = { from: year.from, to: minDate(asOf.on, year.to) };
  const vacancies = past.to < past.from ? [] : vacanciesOf(position, past);
  const entitlement = postEntitlement(page.figures, position.id);
  return {
    position,
    period,
    vacancies,
    vacantDays: vacancies.reduce((days, vacancy) => days + daysOf(vacancy.period), 0),
    ...(entitlement && { entitlement }),
  };
}

/** As its own line counts it: a line above counts the same time again and is not asked. */
export function postEntitlement(figures: YearFigures, id: string): PostEntitlement | undefined {
  const own = figures.ownPosts.find(({ entitlement }) => entitlement.position === id);
  if (own !== undefined) return own.entitlement;
  const posts = figures.lines.flatMap(({ line, posts: onLine }) =>
    onLine.filter(({ position }) => position === id).map((post) => ({ line, post })),
  );
  return posts.find(({ post, line }) => post.line === line && !isAbove(figures, line, id))?.post;
}

/** Whether the line counts the post only because a line below it does. */
function isAbove({ lines }: YearFigures, line: string, id: string): boolean {
  return lines.some(
    ({ funding, posts }) =>
      funding?.source === 'allocation-line' &&
      funding.allocationLine === line &&
      posts.some(({ position }) => position === id),
  );
}
