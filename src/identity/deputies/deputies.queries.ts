import { Injectable } from '@nestjs/common';
import { dayInGermany } from '../../platform/clock/system-clock.js';
import { Clock } from '../../platform/clock/clock.js';
import { Reader } from '../../platform/database/reader.js';
import { latestRevisions } from '../../platform/database/revision-queries.js';
import type { DeputyRow as Row } from './deputy.entity.js';
import { DeputyRow } from './deputy.entity.js';

export { OFFICE_ROLES, type OfficeRole } from './deputy.entity.js';

/** A deputising as a page tells it. */
export type Deputy = Pick<
  Row,
  'id' | 'personId' | 'forPersonId' | 'role' | 'fromOn' | 'toOn' | 'reason'
> & { readonly state: 'now' | 'later' | 'over' };

/** "Vertretungen": who stands in for whom. */
@Injectable()
export class DeputiesQueries {
  constructor(
    private readonly reader: Reader,
    private readonly clock: Clock,
  ) {}

  /** All that were not taken back, the latest first. */
  async all(): Promise<readonly Deputy[]> {
    const today = dayInGermany(this.clock.now());
    const rows = await latestRevisions(this.reader, DeputyRow);
    return rows
      .map(({ id, personId, forPersonId, role, fromOn, toOn, reason }): Deputy => {
        const state = toOn < today ? 'over' : fromOn > today ? 'later' : 'now';
        return { id, personId, forPersonId, role, fromOn, toOn, reason, state };
      })
      .toSorted((a, b) => (a.fromOn < b.fromOn ? 1 : a.fromOn > b.fromOn ? -1 : 0));
  }
}
