import { calendarYear, daysOf, intersect } from '../../domain/calendar/period.js';
import { minDate, type Period } from '../../domain/calendar/plain-date.js';
import { germanOrder } from '../../domain/text/german-text.js';
import { periodOf, vacanciesOf, type Vacancy } from '../../positions/positions.js';
import type { LineEntitlement, PostEntitlement } from '../../positions/entitlements.queries.js';
import { groupBy } from '../../platform/database/recorded.js';
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
    .toSorted((a, b) => germanOrder(a.position.label, b.position.label));
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
  return entitlementsByPost(figures).get(id);
}

const kept = new WeakMap<YearFigures['lines'], ReadonlyMap<string, PostEntitlement>>();

/** Found once for all posts of the year: a large book has thousands. */
function entitlementsByPost(figures: YearFigures): ReadonlyMap<string, PostEntitlement> {
  const known = kept.get(figures.lines);
  if (known !== undefined) return known;
  const subLines = groupBy(figures.lines, ({ funding }) =>
    funding?.source === 'allocation-line' ? funding.allocationLine : '',
  );
  const found = new Map(
    figures.lines.flatMap((line) => ownCounts(line, subLines.get(line.line) ?? [])),
  );
  for (const { entitlement } of figures.ownPosts) found.set(entitlement.position, entitlement);
  kept.set(figures.lines, found);
  return found;
}

/** The posts that a line counts without a line below it doing so. */
function ownCounts(
  { posts }: LineEntitlement,
  subLines: readonly LineEntitlement[],
): readonly (readonly [string, PostEntitlement])[] {
  const below = new Set(subLines.flatMap((sub) => sub.posts.map(({ position }) => position)));
  return posts.flatMap((post) => (below.has(post.position) ? [] : [[post.position, post]]));
}
