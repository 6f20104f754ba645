import { Injectable } from '@nestjs/common';
import { lineIdsOf } from '../contracts/contracts.js';
import type { Instant } from '../domain/calendar/instant.js';
import { calendarYear, intersect } from '../domain/calendar/period.js';
import { isBelowUsualShare } from '../domain/proration/fte.js';
import { Reader } from '../platform/database/reader.js';
import type { Recorded, RecordMark } from '../platform/database/recorded.js';
import { revisionsOf, revisionsWhere } from '../platform/database/revision-queries.js';
import type { Page } from '../platform/http/book-query.dto.js';
import type {
  PartnerDefinition,
  PositionDefinition,
} from '../programmes/definitions/definition.js';
import { historyOf, type HistoryEntry } from '../programmes/fact-history.js';
import { BookFactsReader, type BookFacts } from './book-facts.js';
import {
  periodOf,
  stretchesOf,
  vacanciesOf,
  type OccupancyStretch,
  type Vacancy,
} from './occupancy.rules.js';
import { Occupancy, Position } from './position.entity.js';
import { historySeen } from './own-facts.rules.js';
import { nearnessOf } from './position-owners.js';
import { toPosition } from './position.mapping.js';
import { readPositions } from './position.reading.js';
import { UnknownPosition } from './positions.errors.js';

export type { HistoryEntry } from '../programmes/fact-history.js';
export type { OccupancyStretch, Vacancy } from './occupancy.rules.js';

/** Which posts are asked for; all that are given must fit. */
export interface PositionFilter {
  /** Posts that exist in this year. */
  readonly year: number;
  readonly knownAt?: Instant | undefined;
  readonly component?: string;
  /** A partner's id, or `kreis`. */
  readonly employer?: string;
  readonly line?: string;
  readonly contract?: string;
}

/** A post over a year: who filled it, and where nobody did. */
export interface PositionView {
  readonly position: PositionDefinition;
  readonly year: number;
  readonly employer?: PartnerDefinition;
  /** The contract that has its line; absent for the Kreis's own posts. */
  readonly contract?: string;
  /** Absent: the post does not exist in the year. */
  readonly stretches: readonly OccupancyStretch[];
  readonly vacancies: readonly Vacancy[];
  /** R5. */
  readonly belowUsualShare: boolean;
}

export interface PositionDetail extends PositionView, RecordMark {}

/** "Stellen": posts and who filled them over a year. */
@Injectable()
export class PositionsQueries {
  constructor(
    private readonly facts: BookFactsReader,
    private readonly reader: Reader,
  ) {}

  /** In order of component, employer and label. */
  async positions(filter: PositionFilter): Promise<readonly PositionView[]> {
    const facts = await this.facts.read(filter.knownAt);
    return found(facts, filter)
      .toSorted(byPlace)
      .map((post) => viewOf(facts, post, filter.year));
  }

  /** The same cut to a page before each post is looked at over its year. */
  async page(
    filter: PositionFilter,
    cut: (found: readonly PositionDefinition[]) => Page<PositionDefinition>,
  ): Promise<Page<PositionView>> {
    const facts = await this.facts.read(filter.knownAt);
    const { items, next } = cut(found(facts, filter));
    return { items: items.map((post) => viewOf(facts, post, filter.year)), next };
  }

  /** @throws UnknownPosition */
  async position(id: string, year: number, knownAt?: Instant): Promise<PositionDetail> {
    const [found] = await readPositions(this.reader, { knownAt, ids: [id] });
    const facts = await this.facts.read(knownAt);
    const seen =
      facts.partner === undefined ? found?.fact : facts.positions.find((post) => post.id === id);
    if (found === undefined || seen === undefined) throw new UnknownPosition({ position: id });
    const { revision, recordedAt, recordedBy } = found;
    return { ...viewOf(facts, seen, year), revision, recordedAt, recordedBy };
  }

  /** A post as it was recorded last, without a look at the rest of the book. @throws UnknownPosition */
  async recorded(id: string): Promise<Recorded<PositionDefinition>> {
    const [found] = await readPositions(this.reader, { ids: [id] });
    if (found === undefined || (await nearnessOf(this.reader, id)) !== 'own') {
      throw new UnknownPosition({ position: id });
    }
    return found;
  }

  /**
   * Each change of a post and of who filled it, newest first, also of one taken back. To a partner's
   * people it begins where the post became theirs.
   * @throws UnknownPosition
   */
  async history(id: string): Promise<readonly HistoryEntry[]> {
    const heads = await revisionsOf(this.reader, Position, id);
    if (heads.length === 0 || (await nearnessOf(this.reader, id)) === undefined) {
      throw new UnknownPosition({ position: id });
    }
    const occupancies = await revisionsWhere(this.reader, Occupancy, { positionId: id });
    const history = historyOf(heads, [occupancies], toPosition);
    return historySeen(await this.facts.read(), heads, history);
  }
}

function found(
  facts: BookFacts,
  { year, component, employer, line, contract }: PositionFilter,
): readonly PositionDefinition[] {
  const lines = contract === undefined ? undefined : linesOf(facts, contract);
  return facts.positions
    .filter((post) => intersect(periodOf(post), calendarYear(year)) !== undefined)
    .filter((post) => component === undefined || post.component === component)
    .filter((post) => employer === undefined || post.employer === employer)
    .filter((post) => line === undefined || post.allocationLine === line)
    .filter((post) => lines === undefined || lines.has(post.allocationLine ?? ''));
}

function linesOf(facts: BookFacts, contractId: string): ReadonlySet<string> {
  const contract = facts.contracts.find(({ id }) => id === contractId);
  return new Set(contract ? lineIdsOf(contract) : []);
}

function viewOf(facts: BookFacts, position: PositionDefinition, year: number): PositionView {
  const days = calendarYear(year);
  const employer = facts.partners.get(position.employer);
  const contract = facts.lines.get(position.allocationLine ?? '')?.contract.id;
  return {
    position,
    year,
    ...(employer && { employer }),
    ...(contract !== undefined && { contract }),
    stretches: stretchesOf(position, days),
    vacancies: vacanciesOf(position, days),
    belowUsualShare: isBelowUsualShare(position.plannedFte),
  };
}

function byPlace(a: PositionDefinition, b: PositionDefinition): number {
  const key = (post: PositionDefinition): string =>
    [post.component, post.employer, post.label].join('\u0000');
  return key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0;
}
