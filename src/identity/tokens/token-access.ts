import { Injectable } from '@nestjs/common';
import type { Instant } from '../../domain/calendar/instant.js';
import type { PlainDate } from '../../domain/calendar/plain-date.js';
import { Clock } from '../../platform/clock/clock.js';
import { Reader } from '../../platform/database/reader.js';
import { UnitOfWork, type Tx } from '../../platform/database/unit-of-work.js';
import { NOBODY, type Acting } from '../acting.js';
import { AuditTrail } from '../audit/audit-trail.js';
import { hashOf } from './create-token.use-case.js';
import { tokenState, type TokenRole } from './token.rules.js';

interface FoundToken {
  readonly id: string;
  readonly role: TokenRole;
  readonly purpose: string;
  readonly until: PlainDate;
  readonly consentedBy: string | null;
  readonly withdrawn: boolean | number;
  readonly lastUsedAt: Instant | null;
}

const MINUTE_MS = 60_000;
const DAY_LENGTH = '2026-11-22'.length;

/** Lets programs in by their key. */
@Injectable()
export class TokenAccess {
  constructor(
    private readonly reader: Reader,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly audit: AuditTrail,
  ) {}

  /**
   * Who asks with a key: a program, never a person, and without a session. Undefined for a key
   * that is unknown, over, revoked or without consent: who asks is not told which.
   */
  async acting(secret: string, address: string): Promise<Acting | undefined> {
    const [found] = await this.reader.all<FoundToken>(
      `select token.id as "id", token.role as "role", token.purpose as "purpose",
         token.until as "until", token.consented_by as "consentedBy",
         token.withdrawn as "withdrawn", used.last_used_at as "lastUsedAt"
       from api_token token left join api_token_use used on used.token_id = token.id
       where token.secret_hash = ? and token.revision =
         (select max(newer.revision) from api_token newer where newer.id = token.id)`,
      [hashOf(secret)],
    );
    const withdrawn = Boolean(found?.withdrawn);
    if (!found || tokenState({ ...found, withdrawn }, this.clock.today()) !== 'active') {
      return undefined;
    }
    await this.touch(found, address);
    return { ref: `token:${found.id}`, roles: [found.role], name: found.purpose, address };
  }

  /** To the minute: not every request writes. */
  private async touch({ id, lastUsedAt }: FoundToken, address: string): Promise<void> {
    const now = Date.parse(this.clock.now());
    if (lastUsedAt !== null && now - Date.parse(lastUsedAt) < MINUTE_MS) return;
    const isFirstToday = lastUsedAt?.slice(0, DAY_LENGTH) !== this.clock.now().slice(0, DAY_LENGTH);
    await this.unitOfWork.note(async (tx) => {
      if (isFirstToday) this.tellUse(tx, id, address);
      await tx.run(
        `insert into api_token_use (token_id, last_used_at, address) values (?, ?, ?)
         on conflict (token_id) do update
         set last_used_at = excluded.last_used_at, address = excluded.address`,
        [id, tx.at, address],
      );
    });
  }

  /** Each day on which a program comes is told once; what it does is told by itself. */
  private tellUse(tx: Tx, id: string, address: string): void {
    const object = { kind: 'token', id };
    const who = { ...NOBODY, ref: `token:${id}`, address };
    this.audit.record(tx, { action: 'used', object }, who);
  }
}
