import { createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Instant } from '../../domain/calendar/instant.js';
import { Clock } from '../../platform/clock/clock.js';
import { Reader } from '../../platform/database/reader.js';
import type { Tx } from '../../platform/database/unit-of-work.js';
import { Ids } from '../../platform/ids/ids.js';
import { AuditTrail } from '../audit/audit-trail.js';
import { LinkOver } from '../identity.errors.js';
import { OneTimeLinkRow, type LinkPurpose } from './one-time-link.entity.js';

/** For whom a link is made, what for, and by whom. */
export interface LinkOrder {
  readonly personId: string;
  readonly purpose: LinkPurpose;
  /** `person:…`, `system:…` */
  readonly by: string;
}

/** A link that has just been made: the only moment at which its secret is known. */
export interface IssuedLink {
  readonly secret: string;
  /** "/einladung/…": below the address of the service. */
  readonly path: string;
  readonly until: Instant;
}

/** A link as it stands. */
export interface OneTimeLink {
  readonly id: string;
  readonly personId: string;
  readonly purpose: LinkPurpose;
  readonly until: Instant;
}

const SECRET_BYTES = 32;
const HOUR_MS = 3_600_000;
/** An invitation waits until somebody is back from holiday; a reset is asked for at the desk. */
const GOOD_FOR_HOURS: Readonly<Record<LinkPurpose, number>> = { invitation: 7 * 24, reset: 1 };
const ADDRESS: Readonly<Record<LinkPurpose, string>> = {
  invitation: '/einladung/',
  reset: '/passwort/',
};

const COLUMNS = 'id as "id", person_id as "personId", purpose as "purpose", until as "until"';

/** Links that are good once, and for a time: with them people choose their password. */
@Injectable()
export class OneTimeLinks {
  constructor(
    private readonly reader: Reader,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly audit: AuditTrail,
  ) {}

  /** Makes a link: for 7 days as invitation, for an hour as reset. Earlier ones of its kind end. */
  async issue(tx: Tx, { personId, purpose, by }: LinkOrder): Promise<IssuedLink> {
    await this.end(tx, personId, 'replaced', [purpose]);
    const secret = randomBytes(SECRET_BYTES).toString('base64url');
    const until = later(tx.at, GOOD_FOR_HOURS[purpose]);
    const issued = { issuedAt: tx.at, issuedBy: by, until, endedAt: null, endedBecause: null };
    const row = { id: this.ids.newId(), personId, purpose, secretHash: hashOf(secret), ...issued };
    await tx.repository(OneTimeLinkRow).insert(row);
    this.tell(tx, 'link-made', { ...row, by });
    return { secret, path: ADDRESS[purpose] + secret, until };
  }

  /** The link of a secret, to tell about it before it is used; undefined: it is good for nothing. */
  async standing(secret: string): Promise<OneTimeLink | undefined> {
    const [link] = await this.reader.all<OneTimeLink>(
      `select ${COLUMNS} from one_time_link where secret_hash = ? and ended_at is null and until > ?`,
      [hashOf(secret), this.clock.now()],
    );
    return link;
  }

  /**
   * Uses a link up; of two who come at once one gets it.
   *
   * @throws LinkOver unknown, used, replaced or too late: told in the same words
   */
  async redeem(tx: Tx, secret: string): Promise<OneTimeLink> {
    const [link] = await tx.all<OneTimeLink>(
      `update one_time_link set ended_at = ?, ended_because = 'used'
       where secret_hash = ? and ended_at is null and until > ? returning ${COLUMNS}`,
      [tx.at, hashOf(secret), tx.at],
    );
    if (link === undefined) throw new LinkOver({});
    this.tell(tx, 'link-used', { ...link, by: `person:${link.personId}` });
    return link;
  }

  /** Ends what links of a person are left: the account is closed, or the password was changed. */
  async end(
    tx: Tx,
    personId: string,
    because: 'replaced' | 'revoked',
    purposes: readonly LinkPurpose[] = ['invitation', 'reset'],
  ): Promise<void> {
    await tx.run(
      `update one_time_link set ended_at = ?, ended_because = ?
       where person_id = ? and ended_at is null
       and purpose in (${purposes.map(() => '?').join(', ')})`,
      [tx.at, because, personId, ...purposes],
    );
  }

  private tell(
    tx: Tx,
    action: 'link-made' | 'link-used',
    { id, personId, purpose, by }: LinkOrder & { readonly id: string },
  ): void {
    const object = { kind: 'person', id: personId };
    const changes = [{ field: 'purpose', new: purpose }];
    this.audit.record(tx, { action, by, object, part: { kind: 'link', id }, changes });
  }
}

function later(instant: Instant, hours: number): Instant {
  return new Date(Date.parse(instant) + hours * HOUR_MS).toISOString() as Instant;
}

function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}
