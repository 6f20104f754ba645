import { Injectable } from '@nestjs/common';
import { acting } from '../identity/identity.js';
import { ObjectOwners } from '../identity/access/object-owners.js';
import { Reader } from '../platform/database/reader.js';

/** A `Reader`, or a `Tx` that sees its own writing. */
type Source = Pick<Reader, 'all'>;

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
interface Holders {
  readonly first: readonly string[];
  readonly above: readonly string[];
}

async function holdersOf(source: Source, positionId: string): Promise<Holders> {
  const [row] = await source.all<{ employer: string; line: string | null }>(
    `select employer, allocation_line as "line" from position
     where id = ? order by revision desc limit 1`,
    [positionId],
  );
  if (row === undefined) return { first: [], above: [] };
  const line = row.line === null ? { first: [], above: [] } : await holdersOfLine(source, row.line);
  return { first: [row.employer, ...line.first], above: line.above };
}

const DEPTH_MAX = 8;

const LINE = `
  select distinct line.partner_id as "partnerId", line.funding as "funding",
    contract.forwarded_by as "forwardedBy"
  from allocation_line line
  join contract on contract.id = line.contract_id and contract.revision =
    (select max(newer.revision) from contract newer where newer.id = contract.id)
  where line.line_id = ?`;

async function holdersOfLine(source: Source, line: string, depth = 0): Promise<Holders> {
  const rows = await source.all<{ partnerId: string; funding: string; forwardedBy: string }>(LINE, [
    line,
  ]);
  const lines = new Set(
    depth < DEPTH_MAX ? rows.flatMap(({ funding }) => linesAbove(funding)) : [],
  );
  const above = await Promise.all([...lines].map((id) => holdersOfLine(source, id, depth + 1)));
  return {
    first: rows.map(({ partnerId }) => partnerId),
    above: [
      ...rows.map(({ forwardedBy }) => forwardedBy),
      ...above.flatMap((holders) => [...holders.first, ...holders.above]),
    ],
  };
}

function linesAbove(funding: string): readonly string[] {
  const paid = JSON.parse(funding) as readonly { readonly allocationLine?: string }[];
  return paid.flatMap(({ allocationLine }) => allocationLine ?? []);
}
