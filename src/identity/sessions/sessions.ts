import { createHash, createHmac, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Instant } from '../../domain/calendar/instant.js';
import { Clock } from '../../platform/clock/clock.js';
import { AppConfig } from '../../platform/config/app-config.js';
import { Reader } from '../../platform/database/reader.js';
import { UnitOfWork, type Tx } from '../../platform/database/unit-of-work.js';
import { Ids } from '../../platform/ids/ids.js';
import type { Acting } from '../acting.js';
import { AuditTrail } from '../audit/audit-trail.js';
import { PeopleQueries, type Person } from '../people/people.queries.js';
import { RolesInForce } from '../roles-in-force.js';
import { needsSecondFactor } from '../second-factor/second-factor.rules.js';
import { SessionRow, type SessionEnd, type SignInWay } from './session.entity.js';
import { isPast, limitsOf, type SessionLimits } from './session-limits.rules.js';

/** Where a request comes from, as far as it says. */
export interface Origin {
  readonly address: string;
  readonly browser: string;
  /** The id of the session that the browser has so far. */
  readonly session?: string;
}

/** A session that has just begun: the only moment at which its secret is known. */
export interface OpenedSession {
  readonly id: string;
  /** For the cookie; never stored, never logged. */
  readonly secret: string;
}

const SECRET_BYTES = 32;
const MINUTE_MS = 60_000;
/** How long after its session began a form is still known to be somebody's: over a long weekend. */
const FORM_DAYS = 7;
const DAY_MS = 86_400_000;
const BROWSER_LENGTH_MAX = 200;

/** Sessions on the server: limited in time, revocable, a new one at each sign-in. */
@Injectable()
export class Sessions {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly reader: Reader,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly config: AppConfig,
    private readonly people: PeopleQueries,
    private readonly roles: RolesInForce,
    private readonly audit: AuditTrail,
  ) {}

  /**
   * Begins a session; the one that the browser brought before counts no more.
   *
   * @param ensure looked at in the same transaction: whether what let the person in still holds
   */
  async open(
    personId: string,
    way: SignInWay,
    origin: Origin,
    ensure?: (tx: Tx) => Promise<void>,
  ): Promise<OpenedSession> {
    if (origin.session !== undefined) await this.end(origin.session, 'replaced');
    const id = this.ids.newId();
    const secret = randomBytes(SECRET_BYTES).toString('base64url');
    const { address } = origin;
    const browser = origin.browser.slice(0, BROWSER_LENGTH_MAX);
    await this.unitOfWork.note(async (tx) => {
      await ensure?.(tx);
      const times = { startedAt: tx.at, seenAt: tx.at, endedAt: null, endedBecause: null };
      const hashes = { secretHash: hashOf(secret), formHash: hashOf(formTokenOf(secret)) };
      const row = { id, personId, way, address, browser, ...hashes, ...times };
      await tx.repository(SessionRow).insert(row);
      this.tell(tx, 'signed-in', { id, personId, because: way });
    });
    return { id, secret };
  }

  /**
   * Who acts in the session of a secret; undefined if there is none, or it is over.
   *
   * @param isWatched only looked at: that is no sign of anybody at the desk
   */
  async acting(secret: string, isWatched = false): Promise<Acting | undefined> {
    const session = await this.reader
      .repository(SessionRow)
      .findOne({ where: { secretHash: hashOf(secret) } });
    if (session === null || this.isOver(session)) return undefined;
    const person = await this.people.person(session.personId);
    if (person === undefined || person.isClosed) return undefined;
    const seenAt = isWatched ? session.seenAt : await this.touch(session);
    const limits = this.limits({ startedAt: session.startedAt, seenAt });
    const inForce = await this.roles.of(this.reader, person, this.clock.now());
    const roles = inForce.map(({ role }) => role);
    const { id, name, partnerId, isLead } = person;
    const formToken = formTokenOf(secret);
    const who = { ref: `person:${id}`, name, session: session.id, limits, formToken };
    if (this.isWithoutFactor(session, { ...person, roles })) {
      return { ...who, roles: [], lacksSecondFactor: true };
    }
    return { ...who, roles, isLead, ...(partnerId !== undefined && { partner: partnerId }) };
  }

  /** Ends a session before its time; one that is over already stays as it ended. */
  async end(id: string, because: SessionEnd): Promise<void> {
    await this.unitOfWork.note((tx) => this.endWhere(tx, 'id', id, because));
  }

  /** Ends all sessions of a person: the account was closed, its rights or its password changed. */
  async endAll(tx: Tx, personId: string, because: SessionEnd): Promise<void> {
    await this.endWhere(tx, 'person_id', personId, because);
  }

  private async endWhere(
    tx: Tx,
    column: 'id' | 'person_id',
    id: string,
    because: SessionEnd,
  ): Promise<void> {
    const ended = await tx.all<Ended>(
      `update session set ended_at = ?, ended_because = ? where ${column} = ? and ended_at is null
       returning id as "id", person_id as "personId"`,
      [tx.at, because, id],
    );
    const action = because === 'signed-out' ? because : 'session-ended';
    for (const session of ended) this.tell(tx, action, { ...session, because });
  }

  /** Whoever signs in or out does it themselves; a session may be ended by others. */
  private tell(tx: Tx, action: SessionAction, { id, personId, because }: SessionEvent): void {
    this.audit.record(tx, {
      action,
      object: { kind: 'person', id: personId },
      part: { kind: 'session', id },
      ...(action !== 'session-ended' && { by: `person:${personId}` }),
      changes: [{ field: action === 'signed-in' ? 'way' : 'because', new: because }],
    });
  }

  /** Also for a role that came during the session: from then on none counts without a code. */
  private isWithoutFactor({ way }: SessionRow, person: Pick<Person, 'kind' | 'source' | 'roles'>) {
    return this.config.secondFactor && way !== 'second-factor' && needsSecondFactor(person);
  }

  /** Whose a form is by its token, also when its session is over; undefined: nobody's whom we know. */
  async personOfForm(token: string): Promise<string | undefined> {
    const since = new Date(Date.parse(this.clock.now()) - FORM_DAYS * DAY_MS).toISOString();
    const [session] = await this.reader.all<{ readonly personId: string }>(
      'select person_id as "personId" from session where form_hash = ? and started_at > ?',
      [hashOf(token), since],
    );
    return session?.personId;
  }

  private isOver(session: SessionRow): boolean {
    return session.endedAt !== null || isPast(this.limits(session));
  }

  private limits(session: Pick<SessionRow, 'startedAt' | 'seenAt'>): SessionLimits {
    const { sessionIdleMinutes, sessionHours } = this.config;
    return limitsOf(session, { sessionIdleMinutes, sessionHours }, this.clock.now());
  }

  /** To the minute: not every request writes. @returns since when nobody has done anything */
  private async touch({ id, seenAt }: SessionRow): Promise<Instant> {
    if (this.since(seenAt) < MINUTE_MS) return seenAt;
    return this.unitOfWork.note(async (tx) => {
      await tx.run('update session set seen_at = ? where id = ?', [tx.at, id]);
      return tx.at;
    });
  }

  private since(instant: Instant): number {
    return Date.parse(this.clock.now()) - Date.parse(instant);
  }
}

interface Ended {
  readonly id: string;
  readonly personId: string;
}

interface SessionEvent extends Ended {
  readonly because: SignInWay | SessionEnd;
}

type SessionAction = 'signed-in' | 'signed-out' | 'session-ended';

/** What each form carries of a secret that only the browser and its pages know. */
export function formTokenOf(secret: string): string {
  return createHmac('sha256', secret).update('form').digest('base64url');
}

function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}
