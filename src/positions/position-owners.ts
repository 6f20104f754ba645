import { Injectable } from '@nestjs/common';
import { holdersInBook, type LineHolders } from '../contracts/contracts.js';
import { acting } from '../identity/identity.js';
import { ObjectOwners } from '../identity/access/object-owners.js';
import { Reader } from '../platform/database/reader.js';
import type { RevisionSource } from '../platform/database/revision-queries.js';

/** A `Reader`, or a `Tx` that sees its own writing. */
type Source = Pick<Reader, 'all'> & RevisionSource;

/** Whose positions and occupancies are: the employer's, and the partner's who gathers its towns. */
@Injectable()
export class PositionOwners {
  constructor(
    owners: ObjectOwners,
    private readonly reader: Reader,
  ) {
    owners.register('position', (id) => ownersOfPosition(this.reader, id));
    owners.register('occupancy', (id) => this.ofOccupancy(id));
  }

  private async ofOccupancy(id: string): Promise<readonly string[]> {
    const [row] = await this.reader.all<{ positionId: string }>(
      `select position_id as "positionId" from occupancy
       where id = ? order by revision desc limit 1`,
      [id],
    );
    return row === undefined ? [] : ownersOfPosition(this.reader, row.positionId);
  }
}

/**
 * How near a position is to whoever asks: `own` they employ or pay for, and tell who fills it; `below` a
 * partner of theirs does, and they see it; undefined: to them it does not exist.
 */
export type Nearness = 'own' | 'below' | undefined;

export async function nearnessOf(source: Source, positionId: string): Promise<Nearness> {
  const { partner } = acting();
  if (partner === undefined) return 'own';
  const { first, above } = await holdersOf(source, positionId);
  if (first.includes(partner)) return 'own';
  return above.includes(partner) ? 'below' : undefined;
}

/** Those of the positions whose people whoever asks may know. */
export async function ownAmong(
  source: Source,
  positionIds: readonly string[],
): Promise<readonly string[]> {
  if (acting().partner === undefined) return positionIds;
  const own: string[] = [];
  for (const id of positionIds) if ((await nearnessOf(source, id)) === 'own') own.push(id);
  return own;
}

async function ownersOfPosition(source: Source, id: string): Promise<readonly string[]> {
  const { first, above } = await holdersOf(source, id);
  return [...first, ...above];
}

/** First the employer and the partner whose line it is, then those above that forward the money. */
async function holdersOf(source: Source, positionId: string): Promise<LineHolders> {
  const [row] = await source.all<{ employer: string; line: string | null }>(
    `select employer, allocation_line as "line" from position
     where id = ? order by revision desc limit 1`,
    [positionId],
  );
  if (row === undefined) return { first: [], above: [] };
  const line = row.line === null ? { first: [], above: [] } : await holdersInBook(source, row.line);
  return { first: [row.employer, ...line.first], above: line.above };
}
