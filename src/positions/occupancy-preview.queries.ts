import { Injectable } from '@nestjs/common';
import type { Instant } from '../domain/calendar/instant.js';
import { calendarYear } from '../domain/calendar/period.js';
import type { Period } from '../domain/calendar/plain-date.js';
import { canonicalJson } from '../platform/database/canonical-json.js';
import type { FactFinding } from '../programmes/definitions/fact-reading.js';
import type {
  OccupancyDefinition,
  PositionDefinition,
} from '../programmes/definitions/definition.js';
import { Programmes } from '../programmes/programmes.js';
import { BookFactsReader, type BookFacts } from './book-facts.js';
import { entitlementEffects, type EntitlementEffect } from './entitlement-effect.rules.js';
import { movedPosition, moveFindings, type MovedPosition } from './move-position.rules.js';
import { positionFindings, withStated } from './occupancy-check.rules.js';
import {
  overfilledDays,
  peopleElsewhere,
  previewFindings,
  yearsConcerned,
  type Overfilled,
  type PersonElsewhere,
} from './occupancy-preview.rules.js';
import { periodOf, vacanciesOf, type Vacancy } from './occupancy.rules.js';
import type { PositionMove } from './move-input.js';
import type { TypedChange } from './position-input.js';
import { UnknownPosition } from './positions.errors.js';
import { programmeFigures } from './programme-figures.js';

export type { TypedChange } from './position-input.js';
export type { EntitlementEffect } from './entitlement-effect.rules.js';
export type { Overfilled, PersonElsewhere } from './occupancy-preview.rules.js';

/** What would come of it: shown while somebody types. */
export interface PositionPreview {
  readonly position: PositionDefinition;
  readonly findings: readonly FactFinding[];
  /** Gaps in the years concerned (R9). */
  readonly vacancies: readonly Vacancy[];
  readonly overfilled: readonly Overfilled[];
  readonly elsewhere: readonly PersonElsewhere[];
  /** Entitlements of the lines concerned, year by year. */
  readonly effects: readonly EntitlementEffect[];
}

/** What would come of a move. */
export interface MovePreview extends Pick<PositionPreview, 'findings' | 'effects'> {
  /** The post that ends, and the one that begins; absent if the move cannot be. */
  readonly moved?: Pick<MovedPosition, 'before' | 'after'>;
}

/** "Vorschau": what a change of a post or of who fills it does, before it is saved. */
@Injectable()
export class OccupancyPreviewQueries {
  constructor(
    private readonly facts: BookFactsReader,
    private readonly programmes: Programmes,
  ) {}

  /**
   * Findings of occupancies are told at "occupancies[0].share", those of the post at its fields.
   * @throws UnknownPosition
   */
  async preview(id: string, typed: TypedChange): Promise<PositionPreview> {
    const facts = await this.facts.read(typed.knownAt);
    const book = { seen: facts, whole: await this.facts.whole(typed.knownAt) };
    const before = facts.positions.find((known) => known.id === id);
    if (before === undefined) throw new UnknownPosition({ position: id });
    const stated = (typed.occupancies ?? []).map((occupancy, index) => ({
      path: `occupancies[${index}]`,
      occupancy: { ...occupancy, id: occupancy.id ?? `neu-${index + 1}` },
    }));
    const withdrawn = new Set(typed.withdrawn);
    const kept = before.occupancies.filter((occupancy) => !withdrawn.has(occupancy.id));
    const head = { ...(typed.position ?? before), id, occupancies: kept };
    const position = withStated(head, stated);
    const years = yearsConcerned(facts, [before, position], changedDays(before, position));
    return {
      position,
      findings: previewFindings(book, position, stated),
      vacancies: years.flatMap((year) => vacanciesOf(position, calendarYear(year))),
      overfilled: overfilledDays(position),
      elsewhere: peopleElsewhere(book, position, stated),
      effects: this.effects(facts, [position], years),
    };
  }

  /** What a move does to the line that the post leaves and to the one that it comes to. @throws UnknownPosition */
  async previewMove(id: string, move: PositionMove, knownAt?: Instant): Promise<MovePreview> {
    const facts = await this.facts.read(knownAt);
    const position = facts.positions.find((known) => known.id === id);
    if (position === undefined) throw new UnknownPosition({ position: id });
    const findings = moveFindings(position, move);
    if (findings.length > 0) return { findings, effects: [] };
    let made = 0;
    const newId = (): string => `neu-${(made += 1)}`;
    const { before, after } = movedPosition(position, move, move.id ?? newId(), newId);
    const days = [{ from: move.on, to: periodOf(position).to }];
    const years = yearsConcerned(facts, [before, after], days);
    return {
      findings: positionFindings(after),
      effects: this.effects(facts, [before, after], years),
      moved: { before, after },
    };
  }

  /** What other posts in the book, changed or new ones, do to the lines that they are on. */
  effects(
    facts: BookFacts,
    changed: readonly PositionDefinition[],
    years: readonly number[],
  ): readonly EntitlementEffect[] {
    return entitlementEffects(facts, changed, years, (year) =>
      programmeFigures(this.programmes, year),
    );
  }
}

/** The days of what differs: of the whole post, or of the occupancies that change. */
function changedDays(before: PositionDefinition, after: PositionDefinition): readonly Period[] {
  const heads = [before, after].map((each) => canonicalJson({ ...each, occupancies: [] }));
  if (heads[0] !== heads[1]) return [before, after].map(periodOf);
  const told = (occupancy: OccupancyDefinition): string => canonicalJson(occupancy);
  const [known, stated] = [before, after].map((each) => new Set(each.occupancies.map(told)));
  return [...before.occupancies, ...after.occupancies]
    .filter((occupancy) => known?.has(told(occupancy)) !== stated?.has(told(occupancy)))
    .map(periodOf);
}
