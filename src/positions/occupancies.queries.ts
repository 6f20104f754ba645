import { Injectable } from '@nestjs/common';
import type { Instant } from '../domain/calendar/instant.js';
import type { PlainDate } from '../domain/calendar/plain-date.js';
import { calendarYear, contains, intersect } from '../domain/calendar/period.js';
import type { Fte } from '../domain/proration/fte.js';
import { acting } from '../identity/identity.js';
import { Reader } from '../platform/database/reader.js';
import type { Recorded } from '../platform/database/recorded.js';
import { latestRevision } from '../platform/database/revision-queries.js';
import type {
  OccupancyDefinition,
  PositionDefinition,
  UnpaidSpell,
} from '../programmes/definitions/definition.js';
import { BookFactsReader, type BookFacts } from './book-facts.js';
import type { OccupancyOfPosition } from './occupancy-capacities.js';
import { periodOf } from './occupancy.rules.js';
import { Occupancy } from './position.entity.js';
import { toOccupancy } from './position.mapping.js';
import { readPositions } from './position.reading.js';
import { UnknownOccupancy } from './positions.errors.js';

/** Which occupancies are asked for; all that are given must fit. */
export interface OccupancyFilter {
  /** Of posts that were known, with who was known to fill them. */
  readonly knownAt?: Instant | undefined;
  /** Running on this day. */
  readonly on?: PlainDate | undefined;
  /** On at least one day of this year. */
  readonly year?: number | undefined;
  readonly position?: string | undefined;
  readonly component?: string | undefined;
  /** A partner's id, or `kreis`. */
  readonly employer?: string | undefined;
  readonly line?: string | undefined;
  readonly contract?: string | undefined;
  readonly personKey?: string | undefined;
}

/** One occupancy with all that a list says about it. */
export interface OccupancyView {
  readonly id: string;
  readonly position: string;
  readonly label: string;
  readonly title: string;
  readonly component: string;
  /** A partner's id, or `kreis`. */
  readonly employer: string;
  /** As people call the partner; absent for the Kreis. */
  readonly employerName?: string;
  readonly placeOfWork: string;
  readonly plannedFte: Fte;
  readonly line?: string;
  readonly contract?: string;
  readonly personKey: string;
  readonly from: PlainDate;
  /** Absent: still running. */
  readonly to?: PlainDate;
  readonly isOpen: boolean;
  readonly share: Fte;
  readonly cover: boolean;
  readonly unpaid: readonly UnpaidSpell[];
  readonly example?: string;
}

/** "Besetzungen" as a flat list, whoever employs the people. */
@Injectable()
export class OccupanciesQueries {
  constructor(
    private readonly facts: BookFactsReader,
    private readonly reader: Reader,
  ) {}

  /** One occupancy as it was recorded last; the mark is that of its post. @throws UnknownOccupancy */
  async occupancy(id: string, knownAt?: Instant): Promise<Recorded<OccupancyOfPosition>> {
    const row = await latestRevision(this.reader, Occupancy, id, { knownAt });
    if (row === undefined) throw new UnknownOccupancy({ occupancy: id });
    const { positionId } = row;
    const [position] = await readPositions(this.reader, { ids: [positionId], knownAt });
    const occupancy = await this.seen(row, knownAt);
    if (position === undefined || occupancy === undefined) {
      throw new UnknownOccupancy({ occupancy: id });
    }
    return { ...position, fact: { positionId, occupancy } };
  }

  /** As whoever asks may see it; a partner's people only what is in their view of the book. */
  private async seen(
    row: Occupancy,
    knownAt: Instant | undefined,
  ): Promise<OccupancyDefinition | undefined> {
    if (acting().partner === undefined) return toOccupancy(row);
    const { positions } = await this.facts.read(knownAt);
    const post = positions.find(({ id }) => id === row.positionId);
    return post?.occupancies.find(({ id }) => id === row.id);
  }

  /** In order of post (component, employer, label) and first day. */
  async occupancies(filter: OccupancyFilter = {}): Promise<readonly OccupancyView[]> {
    const facts = await this.facts.read(filter.knownAt);
    return inOrder(facts)
      .filter((position) => isAsked(facts, position, filter))
      .flatMap((position) =>
        position.occupancies
          .filter((occupancy) => counts(occupancy, filter))
          .map((occupancy) => viewOf(facts, position, occupancy)),
      );
  }
}

const ordered = new WeakMap<BookFacts, readonly PositionDefinition[]>();

/** The posts by component, employer and label; put in order once for each state of the book. */
function inOrder(facts: BookFacts): readonly PositionDefinition[] {
  const known = ordered.get(facts);
  if (known !== undefined) return known;
  const sorted = facts.positions
    .map((position) => ({ position, place: placeOf(position) }))
    .toSorted((a, b) => (a.place < b.place ? -1 : 1))
    .map(({ position }) => position);
  ordered.set(facts, sorted);
  return sorted;
}

function isAsked(
  facts: BookFacts,
  { id, component: own, employer: by, allocationLine }: PositionDefinition,
  { position, component, employer, line, contract }: OccupancyFilter,
): boolean {
  return (
    (position === undefined || id === position) &&
    (component === undefined || own === component) &&
    (employer === undefined || by === employer) &&
    (line === undefined || allocationLine === line) &&
    (contract === undefined || facts.lines.get(allocationLine ?? '')?.contract.id === contract)
  );
}

function counts(occupancy: OccupancyDefinition, { on, year, personKey }: OccupancyFilter): boolean {
  const days = periodOf(occupancy);
  return (
    (personKey === undefined || occupancy.personKey === personKey) &&
    (on === undefined || contains(days, on)) &&
    (year === undefined || intersect(days, calendarYear(year)) !== undefined)
  );
}

function placeOf({ component, employer, label, id }: PositionDefinition): string {
  return [component, employer, label, id].join('\u0000');
}

function viewOf(
  facts: BookFacts,
  position: PositionDefinition,
  occupancy: OccupancyDefinition,
): OccupancyView {
  const { label, title, component, employer, placeOfWork, plannedFte, allocationLine } = position;
  const name = facts.partners.get(employer)?.shortName;
  const contract = facts.lines.get(allocationLine ?? '')?.contract.id;
  return {
    ...occupancy,
    ...{ position: position.id, label, title, component, employer, placeOfWork, plannedFte },
    isOpen: occupancy.to === undefined,
    ...(name !== undefined && { employerName: name }),
    ...(allocationLine !== undefined && { line: allocationLine }),
    ...(contract !== undefined && { contract }),
  };
}
