import type {
  OccupancyDefinition,
  PositionDefinition,
} from '../programmes/definitions/definition.js';
import type { BookFacts } from './book-facts.js';

/** The book as it would stand with other posts in it; what is not concerned is shared. */
export function withPositions(facts: BookFacts, changed: readonly PositionDefinition[]): BookFacts {
  const byId = new Map(changed.map((position) => [position.id, position]));
  const before = facts.positions.filter(({ id }) => byId.has(id));
  const positions = [...facts.positions.filter(({ id }) => !byId.has(id)), ...changed];
  const positionsByLine = new Map(facts.positionsByLine);
  for (const line of new Set([...before, ...changed].map(({ allocationLine }) => allocationLine))) {
    if (line === undefined) continue;
    const kept = (facts.positionsByLine.get(line) ?? []).filter(({ id }) => !byId.has(id));
    const come = changed.filter(({ allocationLine }) => allocationLine === line);
    positionsByLine.set(line, [...kept, ...come]);
  }
  return { ...facts, positions, positionsByLine };
}

/** A line and the lines above it that fund it, in any year: a post counts for each of them. */
export function lineWithThoseAbove(facts: BookFacts, lineId: string): readonly string[] {
  const found = new Set<string>();
  const visit = (id: string): void => {
    if (found.has(id) || !facts.lines.has(id)) return;
    found.add(id);
    const versions = facts.lines.get(id)?.contract.versions ?? [];
    for (const line of versions.flatMap(({ lines }) => lines.filter((each) => each.id === id))) {
      for (const funding of line.funding) {
        if (funding.source === 'allocation-line') visit(funding.allocationLine);
      }
    }
  };
  visit(lineId);
  return [...found];
}

/** An occupancy at its post. */
interface SpellAtPost {
  readonly occupancy: OccupancyDefinition;
  readonly position: PositionDefinition;
}

const spellsByPerson = new WeakMap<BookFacts, ReadonlyMap<string, readonly SpellAtPost[]>>();

/** What the book charges a person with; the index is made once for each state of the book. */
export function spellsOf(facts: BookFacts, personKey: string): readonly SpellAtPost[] {
  const known = spellsByPerson.get(facts) ?? indexed(facts.positions);
  spellsByPerson.set(facts, known);
  return known.get(personKey) ?? [];
}

function indexed(
  positions: readonly PositionDefinition[],
): ReadonlyMap<string, readonly SpellAtPost[]> {
  const index = new Map<string, SpellAtPost[]>();
  const add = (position: PositionDefinition, occupancy: OccupancyDefinition): void => {
    const own = index.get(occupancy.personKey);
    if (own) own.push({ position, occupancy });
    else index.set(occupancy.personKey, [{ position, occupancy }]);
  };
  for (const position of positions) {
    for (const occupancy of position.occupancies) add(position, occupancy);
  }
  return index;
}
