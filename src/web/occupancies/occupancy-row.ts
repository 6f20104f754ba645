import { contains, intersect, overlap } from '../../domain/calendar/period.js';
import { addDays, type Period } from '../../domain/calendar/plain-date.js';
import { isBelowUsualShare } from '../../domain/proration/fte.js';
import { germanOrder } from '../../domain/text/german-text.js';
import { periodOf } from '../../positions/positions.js';
import type { AgreedLine } from '../../positions/book.queries.js';
import type {
  OccupancyDefinition,
  PositionDefinition,
} from '../../programmes/definitions/definition.js';
import type { BookPage } from '../book/book-page.js';
import { positionsOfYear, type PositionYear } from '../positions/position-year.js';

/** What somebody should look at in an occupancy. */
export type OccupancyHint =
  | { readonly kind: 'gap-before' | 'gap-after'; readonly period: Period }
  | { readonly kind: 'overlap'; readonly with: string }
  | { readonly kind: 'small-post' | 'person-overcharged' };

/** How an occupancy stands on the day of the page. */
export type OccupancyState = 'running' | 'ended' | 'later';

/** An occupancy in the year of the page, with its post. */
export interface OccupancyRow {
  readonly occupancy: OccupancyDefinition;
  readonly position: PositionDefinition;
  /** Absent for posts of the Kreis itself. */
  readonly agreed: AgreedLine | undefined;
  readonly state: OccupancyState;
  readonly hints: readonly OccupancyHint[];
  /** Whether the post has a calculation sheet for the year. */
  readonly hasSheet: boolean;
}

/** The occupancies with a day in the year, by person key and first day. */
export function occupancyRows(page: BookPage): readonly OccupancyRow[] {
  const overcharged = new Set(
    page.figures.flags
      .filter(({ code }) => code === 'positions.person-overcharged')
      .map(({ subject }) => subject.id),
  );
  return positionsOfYear(page)
    .flatMap((post) => rowsOf(page, post, overcharged))
    .toSorted(
      (a, b) =>
        germanOrder(a.occupancy.personKey, b.occupancy.personKey) ||
        (a.occupancy.from < b.occupancy.from ? -1 : 1),
    );
}

function rowsOf(
  { facts, asOf }: BookPage,
  post: PositionYear,
  overcharged: ReadonlySet<string>,
): readonly OccupancyRow[] {
  const { position, period, entitlement } = post;
  const inYear = position.occupancies.filter((entry) => intersect(periodOf(entry), period));
  return inYear.map((occupancy) => ({
    occupancy,
    position,
    agreed: facts.lines.get(position.allocationLine ?? ''),
    state: stateOf(occupancy, asOf.on),
    hints: [
      ...gapsBeside(occupancy, post),
      ...overlapsOf(occupancy, position),
      ...(isBelowUsualShare(position.plannedFte) ? [{ kind: 'small-post' } as const] : []),
      ...(overcharged.has(occupancy.personKey) ? [{ kind: 'person-overcharged' } as const] : []),
    ],
    hasSheet: entitlement !== undefined,
  }));
}

function stateOf(occupancy: OccupancyDefinition, on: Period['from']): OccupancyState {
  const days = periodOf(occupancy);
  if (contains(days, on)) return 'running';
  return days.to < on ? 'ended' : 'later';
}

/** R9: unbesetzte Zeit of the post that touches the occupancy, up to the day of the page. */
function gapsBeside(
  occupancy: OccupancyDefinition,
  { vacancies }: PositionYear,
): readonly OccupancyHint[] {
  const { from, to } = occupancy;
  const [before, after] = [addDays(from, -1), to === undefined ? undefined : addDays(to, 1)];
  return vacancies.flatMap(({ period }): readonly OccupancyHint[] => {
    if (period.to === before) return [{ kind: 'gap-before', period }];
    return period.from === after ? [{ kind: 'gap-after', period }] : [];
  });
}

/** R9: two at once on one post, neither as cover, with more than its planned share. */
function overlapsOf(
  occupancy: OccupancyDefinition,
  { plannedFte, occupancies }: PositionDefinition,
): readonly OccupancyHint[] {
  if (occupancy.cover) return [];
  return occupancies
    .filter(({ id, cover }) => id !== occupancy.id && !cover)
    .filter((other) => overlap(periodOf(other), periodOf(occupancy)))
    .filter(({ share }) => share + occupancy.share > plannedFte)
    .map(({ personKey }) => ({ kind: 'overlap', with: personKey }));
}
