import { addDays, type PlainDate } from '../domain/calendar/plain-date.js';
import type { BookFacts } from '../positions/positions.js';
import type {
  OccupancyDefinition,
  OwnPostFunding,
  PositionDefinition,
} from '../programmes/definitions/definition.js';
import type { FollowedLines } from './follow-on-contract.rules.js';
import type { FollowedLine, PositionFollowOn } from './follow-on.types.js';

/** What the posts of a book are held against. */
export interface PositionScope {
  /** Lines of the contracts that go on. */
  readonly reached: FollowedLines;
  readonly followed: readonly FollowedLine[];
  /** Contracts that go on in this step. */
  readonly contracts: ReadonlySet<string>;
  readonly leftOut: ReadonlySet<string>;
  readonly endOf: PlainDate;
}

/**
 * Posts that end with the old period go on to the end of the new one, and so do occupancies; what
 * runs without an end goes on anyway. Own posts get the notice line that pays in the new years.
 */
export function positionFollowOns(
  facts: BookFacts,
  scope: PositionScope,
): readonly PositionFollowOn[] {
  return facts.positions.flatMap((position) => {
    const followed = followedBy(facts, position, scope);
    return followed ? (followOnOf(position, followed, scope) ?? []) : [];
  });
}

function followedBy(
  facts: BookFacts,
  { allocationLine, own }: PositionDefinition,
  { reached, followed, contracts }: PositionScope,
): FollowedLine | undefined {
  if (allocationLine !== undefined) {
    const contract = facts.lines.get(allocationLine)?.contract.id ?? '';
    return contracts.has(contract) ? reached.get(allocationLine) : undefined;
  }
  const funding = own?.funding ?? [];
  return followed.find(
    ({ noticeLine, followers }) =>
      funding.some((each) => each.noticeLine === noticeLine) &&
      !followers.every(({ year }) => funding.some((each) => each.year === year)),
  );
}

function followOnOf(
  position: PositionDefinition,
  followed: FollowedLine,
  { leftOut, endOf }: PositionScope,
): PositionFollowOn | undefined {
  const oldEnd = addDays(followed.from, -1);
  const hasEnded = position.to !== undefined && position.to < oldEnd;
  if (hasEnded) return undefined;
  const carries = (to: PlainDate | undefined): boolean => to === oldEnd;
  const occupancies = position.occupancies
    .filter(({ id, to }) => carries(to) && !leftOut.has(id))
    .map(({ id }) => id);
  const headChanged = carries(position.to) || position.own !== undefined;
  if (!headChanged && occupancies.length === 0) return undefined;
  const { own } = position;
  const changed: PositionDefinition = {
    ...position,
    ...(carries(position.to) && { to: endOf }),
    ...(own && { own: { ...own, funding: renewed(own.funding, followed) } }),
    occupancies: position.occupancies.map((occupancy): OccupancyDefinition =>
      occupancies.includes(occupancy.id) ? { ...occupancy, to: endOf } : occupancy,
    ),
  };
  return {
    position: position.id,
    label: position.label,
    own: own !== undefined,
    state: leftOut.has(position.id) ? 'left-out' : 'open',
    ...{ changed, headChanged, occupancies },
  };
}

function renewed(
  funding: readonly OwnPostFunding[],
  { followers }: FollowedLine,
): readonly OwnPostFunding[] {
  const years = new Set(funding.map(({ year }) => year));
  return [...funding, ...followers.filter(({ year }) => !years.has(year))];
}
