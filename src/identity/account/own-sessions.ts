import { Injectable } from '@nestjs/common';
import type { Instant } from '../../domain/calendar/instant.js';
import { Clock } from '../../platform/clock/clock.js';
import { AppConfig } from '../../platform/config/app-config.js';
import { Reader } from '../../platform/database/reader.js';
import { UnitOfWork, type Tx } from '../../platform/database/unit-of-work.js';
import { AuditTrail } from '../audit/audit-trail.js';
import type { SessionEnd, SignInWay } from '../sessions/session.entity.js';
import { UnknownSession } from './account.errors.js';

/** A session in which somebody is signed in just now. */
export interface OwnSession {
  readonly id: string;
  readonly way: SignInWay;
  readonly startedAt: Instant;
  readonly seenAt: Instant;
  readonly address: string;
  readonly browser: string;
}

/** Whose sessions end, but for the one at hand. */
interface Others {
  readonly personId: string;
  /** The id of the session at hand. */
  readonly session: string | undefined;
  readonly because: SessionEnd;
}

type Ended = Pick<OwnSession, 'id'>;

const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;

/** "Wo Sie angemeldet sind": one's own sessions. */
@Injectable()
export class OwnSessions {
  constructor(
    private readonly reader: Reader,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly config: AppConfig,
    private readonly audit: AuditTrail,
  ) {}

  /** Those that are not over, the one used last first. */
  async of(personId: string): Promise<readonly OwnSession[]> {
    const { sessionIdleMinutes, sessionHours } = this.config;
    return this.reader.all<OwnSession>(
      `select id as "id", way as "way", started_at as "startedAt", seen_at as "seenAt",
         address as "address", browser as "browser"
       from session where person_id = ? and ended_at is null and seen_at > ? and started_at > ?
       order by seen_at desc, id desc`,
      [personId, this.before(sessionIdleMinutes * MINUTE_MS), this.before(sessionHours * HOUR_MS)],
    );
  }

  /** Ends one of one's own. @throws UnknownSession */
  async end(personId: string, id: string): Promise<void> {
    await this.unitOfWork.note(async (tx) => {
      const ended = await tx.all<Ended>(
        `update session set ended_at = ?, ended_because = 'revoked'
         where id = ? and person_id = ? and ended_at is null returning id as "id"`,
        [tx.at, id, personId],
      );
      if (ended.length === 0) throw new UnknownSession({});
      this.tell(tx, personId, 'revoked', ended);
    });
  }

  /** Ends all but the one at hand. */
  async endAllOthers(personId: string, session: string | undefined): Promise<void> {
    await this.unitOfWork.note((tx) =>
      this.endOthers(tx, { personId, session, because: 'revoked' }),
    );
  }

  /** The same inside of another command. */
  async endOthers(tx: Tx, { personId, session = '', because }: Others): Promise<void> {
    const ended = await tx.all<Ended>(
      `update session set ended_at = ?, ended_because = ?
       where person_id = ? and id <> ? and ended_at is null returning id as "id"`,
      [tx.at, because, personId, session],
    );
    this.tell(tx, personId, because, ended);
  }

  private tell(tx: Tx, personId: string, because: SessionEnd, ended: readonly Ended[]): void {
    for (const { id } of ended) {
      this.audit.record(tx, {
        ...{ action: 'session-ended', by: `person:${personId}` },
        ...{ object: { kind: 'person', id: personId }, part: { kind: 'session', id } },
        changes: [{ field: 'because', new: because }],
      });
    }
  }

  private before(ms: number): string {
    return new Date(Date.parse(this.clock.now()) - ms).toISOString();
  }
}
