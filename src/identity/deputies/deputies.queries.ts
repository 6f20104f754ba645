import { Injectable } from '@nestjs/common';
import type { Instant } from '../../domain/calendar/instant.js';
import { dayInGermany } from '../../platform/clock/system-clock.js';
import { Clock } from '../../platform/clock/clock.js';
import { Reader } from '../../platform/database/reader.js';
import type { DeputyRow as Row } from './deputy.entity.js';
import { AGREED_BEFORE } from './deputy.entity.js';

export { OFFICE_ROLES, type OfficeRole } from './deputy.entity.js';

/** A deputising as a page tells it. */
export interface Deputy extends Pick<
  Row,
  'id' | 'personId' | 'forPersonId' | 'role' | 'fromOn' | 'toOn' | 'reason'
> {
  /** `person:…`: the represented person, or an administrator. */
  readonly askedBy: string;
  /** The second word to what an administrator recorded: `person:…`; undefined where there is none. */
  readonly agreedBy?: string;
  /** Since when it is in force or would be, whatever its days say. */
  readonly statedAt: Instant;
  /** `waits`: an administrator recorded it, and nobody else has agreed yet. */
  readonly state: 'waits' | 'now' | 'later' | 'over';
}

type Line = Pick<
  Row,
  'id' | 'personId' | 'forPersonId' | 'role' | 'fromOn' | 'toOn' | 'reason' | 'agreedBy'
> & { readonly askedBy: string; readonly statedAt: Instant };

const columns = (alias: string): string => `
  ${alias}.id as "id", ${alias}.person_id as "personId", ${alias}.for_person_id as "forPersonId",
  ${alias}.role as "role", ${alias}.from_on as "fromOn", ${alias}.to_on as "toOn",
  ${alias}.agreed_by as "agreedBy", f.reason as "reason", f.recorded_by as "askedBy",
  ${alias}.recorded_at as "statedAt"`;

const DEPUTIES = `
  select ${columns('d')} from deputy d join deputy f on f.id = d.id and f.revision = 1
  where not d.withdrawn and d.revision = (select max(n.revision) from deputy n where n.id = d.id)`;

/** Those that gave a role without the represented person's word, also where they have ended since. */
const BY_OFFICE = `
  select ${columns('d')} from deputy d join deputy f on f.id = d.id and f.revision = 1
  where d.agreed_by is not null and d.agreed_by <> d.for_person_id
    and f.recorded_by <> 'person:' || d.for_person_id and not d.withdrawn
    and d.recorded_at >= ? and d.recorded_at < ? order by d.id`;

/** "Vertretungen": who stands in for whom. */
@Injectable()
export class DeputiesQueries {
  constructor(
    private readonly reader: Reader,
    private readonly clock: Clock,
  ) {}

  /** All that were not taken back, the latest first. */
  async all(): Promise<readonly Deputy[]> {
    const rows = await this.reader.all<Line>(`${DEPUTIES} order by d.from_on desc, d.id`);
    return rows.map((row) => this.deputy(row));
  }

  /** What waits for a second word about this represented person. */
  async waitingFor(personId: string): Promise<readonly Deputy[]> {
    const rows = await this.reader.all<Line>(
      `${DEPUTIES} and d.for_person_id = ? and d.agreed_by is null order by d.id`,
      [personId],
    );
    return rows.map((row) => this.deputy(row)).filter(({ state }) => state === 'waits');
  }

  /** What came in force between these instants by the administration alone. */
  async byOffice(from: string, until: string): Promise<readonly Deputy[]> {
    const rows = await this.reader.all<Line>(BY_OFFICE, [from, until]);
    return rows.map((row) => this.deputy(row));
  }

  private deputy({ agreedBy, ...row }: Line): Deputy {
    const today = dayInGermany(this.clock.now());
    const { fromOn, toOn } = row;
    const inDays = toOn < today ? 'over' : fromOn > today ? 'later' : 'now';
    const state = agreedBy === null && inDays !== 'over' ? 'waits' : inDays;
    const isSecond = agreedBy !== null && agreedBy !== AGREED_BEFORE;
    const second = isSecond && `person:${agreedBy}` !== row.askedBy ? agreedBy : undefined;
    return { ...row, ...(second !== undefined && { agreedBy: `person:${second}` }), state };
  }
}
