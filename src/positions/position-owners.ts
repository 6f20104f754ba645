import { Injectable } from '@nestjs/common';
import { ObjectOwners } from '../identity/access/object-owners.js';
import { Reader } from '../platform/database/reader.js';

/** Whose positions and occupancies are: the employer's, and the partner's who gathers its towns. */
@Injectable()
export class PositionOwners {
  constructor(
    owners: ObjectOwners,
    private readonly reader: Reader,
  ) {
    owners.register('position', (id) => this.ofPosition(id));
    owners.register('occupancy', (id) => this.ofOccupancy(id));
  }

  private async ofPosition(id: string): Promise<readonly string[]> {
    const [row] = await this.reader.all<{ employer: string; line: string | null }>(
      `select employer, allocation_line as "line" from position
       where id = ? order by revision desc limit 1`,
      [id],
    );
    if (row === undefined) return [];
    const lines = await this.reader.all<{ partnerId: string }>(
      'select distinct partner_id as "partnerId" from allocation_line where line_id = ?',
      [row.line],
    );
    return [row.employer, ...lines.map(({ partnerId }) => partnerId)];
  }

  private async ofOccupancy(id: string): Promise<readonly string[]> {
    const [row] = await this.reader.all<{ positionId: string }>(
      `select position_id as "positionId" from occupancy
       where id = ? order by revision desc limit 1`,
      [id],
    );
    return row === undefined ? [] : this.ofPosition(row.positionId);
  }
}
