import { groupBy } from '../platform/database/recorded.js';
import { latestRevisions } from '../platform/database/revision-queries.js';
import type { Tx } from '../platform/database/unit-of-work.js';
import type { FactFinding } from '../programmes/definitions/fact-reading.js';
import type {
  OccupancyDefinition,
  PositionDefinition,
} from '../programmes/definitions/definition.js';
import {
  PersonCharges,
  UNNAMED_POST,
  type ChargedPost,
  type PersonSpell,
} from './charges.rules.js';
import { placed } from './findings.js';
import { occupancyFindings, withStated, type PlacedOccupancy } from './occupancy-check.rules.js';
import { ownAmong } from './position-owners.js';
import { Occupancy, Position } from './position.entity.js';
import { toOccupancy } from './position.mapping.js';

/** An occupancy that somebody states for a post. */
export interface PostedOccupancy extends PlacedOccupancy {
  readonly positionId: string;
}

/**
 * Holds occupancies against their posts (R9) and against all that their people are charged with
 * elsewhere (R11). What the book knows under their ids is what they take the place of.
 *
 * @param positions the posts as the book has them, all that are named
 */
export async function checkOccupancies(
  tx: Tx,
  positions: ReadonlyMap<string, PositionDefinition>,
  stated: readonly PostedOccupancy[],
): Promise<readonly FactFinding[]> {
  const byPosition = groupBy(stated, ({ positionId }) => positionId);
  const ofPosts = [...byPosition].flatMap(([positionId, own]) => {
    const position = positions.get(positionId);
    return position ? occupancyFindings(withStated(position, own), own) : [];
  });
  const persons = await personsOf(tx, positions, stated);
  const ofPersons = stated.flatMap(({ path, positionId, occupancy }) => {
    const position = positions.get(positionId);
    const person = persons.get(occupancy.personKey);
    const found = position && person ? person.findings({ occupancy, position }) : [];
    return found.map((finding) => placed(path, finding));
  });
  return [...ofPosts, ...ofPersons];
}

/** What each person will be charged with, at whichever post. */
async function personsOf(
  tx: Tx,
  positions: ReadonlyMap<string, PositionDefinition>,
  stated: readonly PostedOccupancy[],
): Promise<ReadonlyMap<string, PersonCharges>> {
  const keys = [...new Set(stated.map(({ occupancy }) => occupancy.personKey))];
  const replaced = new Set(stated.map(({ occupancy }) => occupancy.id));
  const rows = await latestRevisions(tx, Occupancy, { where: { personKey: keys } });
  const standing = rows.filter(({ id }) => !replaced.has(id));
  const unknown = standing.map(({ positionId }) => positionId).filter((id) => !positions.has(id));
  const elsewhere = await latestRevisions(tx, Position, { ids: unknown });
  const own = new Set(await ownAmong(tx, unknown));
  const posts = new Map<string, ChargedPost>([
    ...positions,
    ...elsewhere.map((post) => [post.id, own.has(post.id) ? post : UNNAMED_POST] as const),
  ]);
  const spell = (positionId: string, occupancy: OccupancyDefinition): PersonSpell[] => {
    const position = posts.get(positionId);
    return position ? [{ occupancy, position }] : [];
  };
  const spells = [
    ...standing.flatMap((row) => spell(row.positionId, toOccupancy(row))),
    ...stated.flatMap(({ positionId, occupancy }) => spell(positionId, occupancy)),
  ];
  const byPerson = groupBy(spells, ({ occupancy }) => occupancy.personKey);
  return new Map([...byPerson].map(([key, own]) => [key, new PersonCharges(own)] as const));
}
