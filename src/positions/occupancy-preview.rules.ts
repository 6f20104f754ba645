import { intersect, overlap, yearsOf } from '../domain/calendar/period.js';
import type { Period } from '../domain/calendar/plain-date.js';
import { ZERO_FTE, type Fte } from '../domain/proration/fte.js';
import { spansOfLine } from '../contracts/contracts.js';
import type { FactFinding } from '../programmes/definitions/fact-reading.js';
import type {
  OccupancyDefinition,
  PositionDefinition,
} from '../programmes/definitions/definition.js';
import type { BookFacts } from './book-facts.js';
import { lineWithThoseAbove, spellsOf } from './changed-facts.rules.js';
import {
  PersonCharges,
  sharesOf,
  UNNAMED_POST,
  type ChargedPost,
  type PersonSpell,
} from './charges.rules.js';
import { placed } from './findings.js';
import {
  occupancyFindings,
  positionFindings,
  type PlacedOccupancy,
} from './occupancy-check.rules.js';
import { periodOf } from './occupancy.rules.js';
import { tellsOf } from './own-facts.rules.js';
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
  /** At posts whose people whoever asks may know. */
  readonly spells: readonly (ChargedPost & Pick<OccupancyDefinition, 'from' | 'to' | 'share'>)[];
  /** Posts of others count too: of them is told no more than entering tells. */
  readonly countsOthers: boolean;
  /**
   * The most that the person is charged with on a day, over all posts. Where posts of others count: what
   * there is on the first day above 1.0, and absent within it.
   */
  readonly sumFte?: Fte;
  readonly isAboveOne: boolean;
}

/** The book as whoever asks sees it, and the whole of it, in which R11 counts. */
export interface PreviewedBook {
  readonly seen: BookFacts;
  readonly whole: BookFacts;
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

/**
 * R11: the people of a post, with what they are charged with elsewhere at the same time.
 *
 * @param stated who is stated just now: as with entering, posts of others count only for them
 */
export function peopleElsewhere(
  book: PreviewedBook,
  position: PositionDefinition,
  stated: readonly PlacedOccupancy[],
): readonly PersonElsewhere[] {
  const keys = [...new Set(position.occupancies.map(({ personKey }) => personKey))];
  return keys.flatMap((personKey) => {
    const own = position.occupancies.filter((occupancy) => occupancy.personKey === personKey);
    const isStated = stated.some(({ occupancy }) => occupancy.personKey === personKey);
    const others = othersOf(book, position, personKey).filter(
      (spell) => isStated || spell.position !== UNNAMED_POST,
    );
    const met = others.filter(({ occupancy }) =>
      own.some((spell) => overlap(periodOf(spell), periodOf(occupancy))),
    );
    if (met.length === 0) return [];
    const charges = chargesWith(others, position, personKey);
    const known = met.filter((spell) => spell.position !== UNNAMED_POST);
    const countsOthers = known.length < met.length;
    const excess = own.flatMap((spell) => charges.excessOf(spell) ?? [])[0];
    const sumFte = countsOthers ? excess?.total : peakOf(charges, own);
    const isAboveOne = excess !== undefined;
    const spells = known.map(spellAt);
    return [
      { personKey, spells, countsOthers, ...(sumFte !== undefined && { sumFte }), isAboveOne },
    ];
  });
}

function peakOf(charges: PersonCharges, own: readonly OccupancyDefinition[]): Fte {
  return own.reduce<Fte>((most, spell) => {
    const peak = charges.peakOf(spell);
    return peak > most ? peak : most;
  }, ZERO_FTE);
}

function spellAt({ occupancy, position }: PersonSpell): PersonElsewhere['spells'][number] {
  const { from, to, share } = occupancy;
  const { id, label, employer } = position;
  return { id, label, employer, from, share, ...(to !== undefined && { to }) };
}

/** What recording would tell of the post and of the occupancies that somebody states. */
export function previewFindings(
  book: PreviewedBook,
  position: PositionDefinition,
  stated: readonly PlacedOccupancy[],
): readonly FactFinding[] {
  const ids = new Set(stated.map(({ occupancy }) => occupancy.id));
  const standing = position.occupancies.filter(({ id }) => !ids.has(id));
  return [
    ...positionFindings({ ...position, occupancies: standing }),
    ...occupancyFindings(position, stated),
    ...stated.flatMap(({ path, occupancy }) =>
      chargesOf(book, position, occupancy.personKey)
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

/** What the person is charged with at other posts, as entering counts it: those of others unnamed. */
function othersOf(
  { seen, whole }: PreviewedBook,
  position: PositionDefinition,
  personKey: string,
): readonly PersonSpell[] {
  return spellsOf(whole, personKey)
    .filter((spell) => spell.position.id !== position.id)
    .map((spell) => (tellsOf(seen, spell.position) ? spell : { ...spell, position: UNNAMED_POST }));
}

function chargesOf(
  book: PreviewedBook,
  position: PositionDefinition,
  personKey: string,
): PersonCharges {
  return chargesWith(othersOf(book, position, personKey), position, personKey);
}

function chargesWith(
  others: readonly PersonSpell[],
  position: PositionDefinition,
  personKey: string,
): PersonCharges {
  const own = position.occupancies
    .filter((occupancy) => occupancy.personKey === personKey)
    .map((occupancy) => ({ occupancy, position }));
  return new PersonCharges([...others, ...own]);
}
