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

/** Whether whoever asks may reach a position: partners' people those of their organisation only. */
export async function isWithinReach(source: Source, positionId: string): Promise<boolean> {
  const { partner } = acting();
  if (partner === undefined) return true;
  return (await ownersOfPosition(source, positionId)).includes(partner);
}

/** Those of the positions that whoever asks may reach. */
export async function withinReach(
  source: Source,
  positionIds: readonly string[],
): Promise<readonly string[]> {
  if (acting().partner === undefined) return positionIds;
  const reached: string[] = [];
  for (const id of positionIds) if (await isWithinReach(source, id)) reached.push(id);
  return reached;
}

/** The employer, the partner whose line it is, and those above that forward the money. */
async function ownersOfPosition(source: Source, id: string): Promise<readonly string[]> {
  const [row] = await source.all<{ employer: string; line: string | null }>(
    `select employer, allocation_line as "line" from position
     where id = ? order by revision desc limit 1`,
    [id],
  );
  if (row === undefined) return [];
  return [row.employer, ...(row.line === null ? [] : await ownersOfLine(source, row.line))];
}

const DEPTH_MAX = 8;

const LINE = `
  select distinct line.partner_id as "partnerId", line.funding as "funding",
    contract.forwarded_by as "forwardedBy"
  from allocation_line line
  join contract on contract.id = line.contract_id and contract.revision =
    (select max(newer.revision) from contract newer where newer.id = contract.id)
  where line.line_id = ?`;

async function ownersOfLine(source: Source, line: string, depth = 0): Promise<readonly string[]> {
  const rows = await source.all<{ partnerId: string; funding: string; forwardedBy: string }>(LINE, [
    line,
  ]);
  const own = rows.flatMap(({ partnerId, forwardedBy }) => [partnerId, forwardedBy]);
  if (depth >= DEPTH_MAX) return own;
  const above = new Set(rows.flatMap(({ funding }) => linesAbove(funding)));
  const owners = await Promise.all([...above].map((id) => ownersOfLine(source, id, depth + 1)));
  return [...own, ...owners.flat()];
}

function linesAbove(funding: string): readonly string[] {
  const paid = JSON.parse(funding) as readonly { readonly allocationLine?: string }[];
  return paid.flatMap(({ allocationLine }) => allocationLine ?? []);
}
