import { Injectable } from '@nestjs/common';
import { latestRevisions } from '../platform/database/revision-queries.js';
import { addFacts } from '../platform/database/revisions.js';
import type { Tx } from '../platform/database/unit-of-work.js';
import type {
  DefinitionImporter,
  ImportDifference,
  ImportResult,
} from '../programmes/definition-import.js';
import type {
  DefinitionFile,
  PositionDefinition,
  PositionsDefinition,
} from '../programmes/definitions/definition.js';
import { importDifferences } from '../programmes/definitions/import-differences.js';
import { OccupancyCapacities } from './occupancy-capacities.js';
import { PositionCapacities } from './position-capacities.js';
import { Occupancy, Position } from './position.entity.js';
import { occupancyRow, positionRow } from './position.mapping.js';
import { readPositions } from './position.reading.js';
import { OccupancyTaken, PositionWithoutFunding } from './positions.errors.js';

/** Takes posts from files into the book: unknown posts and occupancies are added. */
@Injectable()
export class PositionImporter implements DefinitionImporter<'positions'> {
  readonly kind = 'positions';

  constructor(
    private readonly capacities: PositionCapacities,
    private readonly occupancyCapacities: OccupancyCapacities,
  ) {}

  async import(
    tx: Tx,
    file: DefinitionFile<PositionsDefinition>,
    by: string,
    at: (path: string) => void,
  ): Promise<ImportResult> {
    const wanted = file.definition.positions;
    const known = await knownPositions(tx, wanted);
    const statement = { by, reason: `Import aus ${file.file}` };
    const unknown = wanted.filter(({ id }) => !known.has(id));
    unknown.forEach(ensureFunded);
    const places = new Map(
      wanted.map((position, index) => [position, `positions[${index.toString()}]`]),
    );
    const placeOf = (position: PositionDefinition): string => places.get(position) ?? '';
    const occupancies = wanted.flatMap((position) =>
      newOccupancies(position, known, placeOf(position)),
    );
    await ensureFree(tx, occupancies);
    await addFacts(tx, Position, unknown.map(positionRow), statement);
    await addFacts(
      tx,
      Occupancy,
      occupancies.map(({ position, occupancy }) => occupancyRow(position, occupancy)),
      statement,
    );
    await this.capacities.statePositions(tx, unknown, by, (position) => {
      at(placeOf(position));
    });
    for (const { position: positionId, occupancy, path } of occupancies) {
      at(path);
      const after = [{ positionId, occupancy }];
      await this.occupancyCapacities.state(tx, { before: [], after }, by);
    }
    const added = [...unknown.map(({ id }) => id), ...occupancies.map((o) => o.occupancy.id)];
    return resultOf(file, known, added);
  }
}

async function knownPositions(
  tx: Tx,
  wanted: readonly PositionDefinition[],
): Promise<ReadonlyMap<string, PositionDefinition>> {
  const positions = await readPositions(tx, { ids: wanted.map(({ id }) => id) });
  return new Map(positions.map(({ fact }) => [fact.id, fact]));
}

function ensureFunded(position: PositionDefinition): void {
  const { allocationLine, own } = position;
  if ((allocationLine === undefined) === (own === undefined)) {
    throw new PositionWithoutFunding({ position: position.id });
  }
}

interface NewOccupancy {
  readonly path: string;
  readonly position: string;
  readonly occupancy: PositionDefinition['occupancies'][number];
}

function newOccupancies(
  position: PositionDefinition,
  known: ReadonlyMap<string, PositionDefinition>,
  placeOfPosition: string,
): readonly NewOccupancy[] {
  const ids = new Set(known.get(position.id)?.occupancies.map(({ id }) => id));
  const place = `${placeOfPosition}.occupancies`;
  return position.occupancies
    .map((occupancy, index) => ({
      path: `${place}[${index.toString()}]`,
      position: position.id,
      occupancy,
    }))
    .filter(({ occupancy }) => !ids.has(occupancy.id));
}

/** An id names one occupancy in the whole book. */
async function ensureFree(tx: Tx, occupancies: readonly NewOccupancy[]): Promise<void> {
  const ids = occupancies.map(({ occupancy }) => occupancy.id);
  const [taken] = await latestRevisions(tx, Occupancy, { ids });
  if (taken === undefined) return;
  const wanted = occupancies.find(({ occupancy }) => occupancy.id === taken.id);
  throw new OccupancyTaken({
    occupancy: taken.id,
    position: wanted?.position ?? '',
    other: taken.positionId,
  });
}

function resultOf(
  file: DefinitionFile<PositionsDefinition>,
  known: ReadonlyMap<string, PositionDefinition>,
  added: readonly string[],
): ImportResult {
  const isNewOccupancy = (path: string): boolean => /\.occupancies\[\d+\]$/.test(path);
  const compared = file.definition.positions.flatMap((position, index) => {
    const inBook = known.get(position.id);
    const path = `positions[${index.toString()}]`;
    if (inBook === undefined) return [];
    const differing = importDifferences(file, position.id, inBook, position, path, isNewOccupancy);
    return [{ id: position.id, differing }];
  });
  const differing = compared.flatMap((entry): readonly ImportDifference[] => entry.differing);
  const unchanged = compared.filter((entry) => entry.differing.length === 0).map(({ id }) => id);
  return { added, unchanged, differing };
}
