import { Injectable } from '@nestjs/common';
import type { Instant } from '../../domain/calendar/instant.js';
import { Clock } from '../../platform/clock/clock.js';
import { Reader } from '../../platform/database/reader.js';
import type { OfficeRole } from '../deputies/deputy.entity.js';

/** "Notzugang": a lending as a page tells it; people by their ids. */
export interface LentRole {
  readonly id: string;
  readonly personId: string;
  readonly role: OfficeRole;
  readonly hours: number;
  readonly askedBy: string;
  readonly askedAt: Instant;
  /** Why, in the words of who asked. */
  readonly reason: string;
  readonly agreedBy: string | null;
  readonly startsAt: Instant | null;
  readonly endsAt: Instant | null;
  /** When an administrator said no or ended it. */
  readonly endedAt: Instant | null;
  readonly state: 'asked' | 'lent' | 'over' | 'ended';
}

interface LentLine extends Omit<LentRole, 'state' | 'endedAt'> {
  readonly withdrawn: boolean | number;
  readonly recordedAt: Instant;
}

const LENT_ROLES = `
  select l.id as "id", l.person_id as "personId", l.role as "role", l.hours as "hours",
    l.asked_by as "askedBy", f.recorded_at as "askedAt", f.reason as "reason",
    l.agreed_by as "agreedBy", l.starts_at as "startsAt", l.ends_at as "endsAt",
    l.withdrawn as "withdrawn", l.recorded_at as "recordedAt"
  from lent_role l join lent_role f on f.id = l.id and f.revision = 1
  where l.revision = (select max(n.revision) from lent_role n where n.id = l.id)`;

/** Which roles were lent, to whom, by whom and why. */
@Injectable()
export class LentRolesQueries {
  constructor(
    private readonly reader: Reader,
    private readonly clock: Clock,
  ) {}

  /** All that ever were, the latest first. */
  async all(): Promise<readonly LentRole[]> {
    const rows = await this.reader.all<LentLine>(`${LENT_ROLES} order by l.id desc`);
    return rows.map((row) => this.lentRole(row));
  }

  /** What is lent at this moment: the Übersicht shouts it. */
  async inForce(): Promise<readonly LentRole[]> {
    const now = this.clock.now();
    const rows = await this.reader.all<LentLine>(
      `${LENT_ROLES} and l.starts_at <= ? and l.ends_at > ? order by l.id desc`,
      [now, now],
    );
    return rows.map((row) => this.lentRole(row)).filter(({ state }) => state === 'lent');
  }

  private lentRole({ withdrawn, recordedAt, ...row }: LentLine): LentRole {
    const isEnded = Boolean(withdrawn);
    return { ...row, endedAt: isEnded ? recordedAt : null, state: this.stateOf(row, isEnded) };
  }

  private stateOf({ endsAt }: Pick<LentLine, 'endsAt'>, isEnded: boolean): LentRole['state'] {
    if (isEnded) return 'ended';
    if (endsAt === null) return 'asked';
    return endsAt > this.clock.now() ? 'lent' : 'over';
  }
}
