import { intersect, overlap, yearsOf } from '../domain/calendar/period.js';
import type { Period } from '../domain/calendar/plain-date.js';
import type { Fte } from '../domain/proration/fte.js';
import { spansOfLine } from '../contracts/contracts.js';
import type { FactFinding } from '../programmes/definitions/fact-reading.js';
import type {
  OccupancyDefinition,
  PositionDefinition,
} from '../programmes/definitions/definition.js';
import type { BookFacts } from './book-facts.js';
import { lineWithThoseAbove, spellsOf } from './changed-facts.rules.js';
import { PersonCharges, sharesOf, type ChargedPost } from './charges.rules.js';
import { placed } from './findings.js';
import {
  occupancyFindings,
  positionFindings,
  type PlacedOccupancy,
} from './occupancy-check.rules.js';
import { periodOf } from './occupancy.rules.js';
import { useOfPosition } from './position-capacity.rules.js';

/** Days on which a post would be filled above its planned share (R9). */
export interface Overfilled {
  readonly period: Period;
  readonly filled: Fte;
  readonly occupancies: readonly string[];
}

/** What a person of the post is charged with at other posts on days of the same occupancy (R11). */
export interface PersonElsewhere {
  readonly personKey: string;
  readonly spells: readonly (ChargedPost & Pick<OccupancyDefinition, 'from' | 'to' | 'share'>)[];
  /** The most that the person is charged with on a day, over all posts. */
  readonly sumFte: Fte;
  readonly isAboveOne: boolean;
}

/** R9: where those who are no cover stand above the planned share. */
export function overfilledDays(position: PositionDefinition): readonly Overfilled[] {
  const charges = position.occupancies.flatMap((occupancy) =>
    useOfPosition(occupancy).map((slice) => ({ ...slice, occupancy, position })),
  );
  return sharesOf(charges)
    .filter(({ amount }) => amount > BigInt(position.plannedFte))
    .map(({ period, amount }) => ({
      period,
      filled: Number(amount) as Fte,
      occupancies: [
        ...new Set(
          charges
            .filter((charge) => overlap(charge.period, period))
            .map(({ occupancy }) => occupancy.id),
        ),
      ],
    }));
}

/** R11: the people of a post, with what they are charged with elsewhere at the same time. */
export function peopleElsewhere(
  facts: BookFacts,
  position: PositionDefinition,
): readonly PersonElsewhere[] {
  const keys = [...new Set(position.occupancies.map(({ personKey }) => personKey))];
  return keys.flatMap((personKey) => {
    const own = position.occupancies.filter((occupancy) => occupancy.personKey === personKey);
    const others = othersOf(facts, position, personKey);
    const met = others.filter(({ occupancy }) =>
      own.some((spell) => overlap(periodOf(spell), periodOf(occupancy))),
    );
    if (met.length === 0) return [];
    const charges = chargesOf(facts, position, personKey);
    const sumFte = own.reduce<Fte>((most, spell) => {
      const peak = charges.peakOf(spell);
      return peak > most ? peak : most;
    }, 0 as Fte);
    const isAboveOne = own.some((spell) => charges.excessOf(spell) !== undefined);
    const spells = met.map(
      ({ occupancy: { from, to, share }, position: { id, label, employer } }) => {
        return { id, label, employer, from, share, ...(to !== undefined && { to }) };
      },
    );
    return [{ personKey, spells, sumFte, isAboveOne }];
  });
}

/** What recording would tell of the post and of the occupancies that somebody states. */
export function previewFindings(
  facts: BookFacts,
  position: PositionDefinition,
  stated: readonly PlacedOccupancy[],
): readonly FactFinding[] {
  const ids = new Set(stated.map(({ occupancy }) => occupancy.id));
  const standing = position.occupancies.filter(({ id }) => !ids.has(id));
  return [
    ...positionFindings({ ...position, occupancies: standing }),
    ...occupancyFindings(position, stated),
    ...stated.flatMap(({ path, occupancy }) =>
      chargesOf(facts, position, occupancy.personKey)
        .findings({ occupancy, position })
        .map((finding) => placed(path, finding)),
    ),
  ];
}

/** The years of the given days in which a line of the post is in force, or its notice lines pay. */
export function yearsConcerned(
  facts: BookFacts,
  positions: readonly PositionDefinition[],
  days: readonly Period[],
): readonly number[] {
  const ownYears = positions.flatMap(({ own }) => own?.funding.map(({ year }) => year) ?? []);
  const lines = positions.flatMap(({ allocationLine }) =>
    allocationLine === undefined ? [] : lineWithThoseAbove(facts, allocationLine),
  );
  const spans = lines.flatMap((line) => {
    const agreed = facts.lines.get(line);
    return agreed ? spansOfLine(agreed.contract, line).map(({ period }) => period) : [];
  });
  const inForce = days.flatMap((part) => spans.flatMap((span) => intersect(part, span) ?? []));
  const paid = ownYears.filter((year) =>
    days.some(({ from, to }) => Number(from.slice(0, 4)) <= year && year <= Number(to.slice(0, 4))),
  );
  return [...new Set([...inForce.flatMap(yearsOf), ...paid])].toSorted((a, b) => a - b);
}

function othersOf(facts: BookFacts, position: PositionDefinition, personKey: string) {
  return spellsOf(facts, personKey).filter((spell) => spell.position.id !== position.id);
}

function chargesOf(facts: BookFacts, position: PositionDefinition, personKey: string) {
  const own = position.occupancies
    .filter((occupancy) => occupancy.personKey === personKey)
    .map((occupancy) => ({ occupancy, position }));
  return new PersonCharges([...othersOf(facts, position, personKey), ...own]);
}
