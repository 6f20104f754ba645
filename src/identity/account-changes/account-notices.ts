import { Injectable, Logger } from '@nestjs/common';
import type { Instant } from '../../domain/calendar/instant.js';
import { AppConfig } from '../../platform/config/app-config.js';
import { Reader } from '../../platform/database/reader.js';
import { UnitOfWork, type Tx } from '../../platform/database/unit-of-work.js';
import { Mailer } from '../../platform/mail/mailer.js';
import { PersonProfileRow } from '../people/person.entity.js';
import type { AccountChangeKind } from './account-change.entity.js';
import { noticeMail } from './account-notice.rules.js';

export { NOTICE_ADVICE, NOTICE_WORDS } from './account-notice.rules.js';

/** Something that two administrators did to somebody's account. */
export interface AccountNotice {
  readonly kind: AccountChangeKind;
  readonly at: Instant;
  readonly askedBy: string;
  readonly agreedBy: string;
  readonly reason: string;
}

/** Nothing was agreed to before any instant. */
const NEVER = '';

/** "Das wurde an Ihrem Konto geändert": the owner is told by mail, and after the next sign-in. */
@Injectable()
export class AccountNotices {
  private readonly log = new Logger(AccountNotices.name);

  constructor(
    private readonly reader: Reader,
    private readonly unitOfWork: UnitOfWork,
    private readonly mailer: Mailer,
    private readonly config: AppConfig,
  ) {}

  /** What somebody has not been told yet, the oldest first. */
  async unseen(personId: string): Promise<readonly AccountNotice[]> {
    return this.reader.all<AccountNotice>(
      `select c.kind as "kind", c.recorded_at as "at", c.asked_by as "askedBy",
         c.agreed_by as "agreedBy", f.reason as "reason"
       from account_change c join account_change f on f.id = c.id and f.revision = 1
       where c.person_id = ? and c.agreed_by is not null and c.recorded_at > coalesce(
         (select n.seen_until from account_notice n where n.person_id = c.person_id), ?)
       order by c.recorded_at, c.id`,
      [personId, NEVER],
    );
  }

  /** Whether whoever has just signed in has something to read first. */
  async isDue(session: string): Promise<boolean> {
    const [row] = await this.reader.all<{ readonly personId: string }>(
      'select person_id as "personId" from session where id = ?',
      [session],
    );
    return row !== undefined && (await this.unseen(row.personId)).length > 0;
  }

  /** The person has read what was there until then. */
  async seen(personId: string, until: string): Promise<void> {
    const known = await this.unseen(personId);
    if (!known.some(({ at }) => at === until)) return;
    await this.unitOfWork.note((tx) =>
      tx.run(
        `insert into account_notice (person_id, seen_until) values (?, ?)
         on conflict (person_id) do update set seen_until = excluded.seen_until`,
        [personId, until],
      ),
    );
  }

  /** The mail to the address that the owner has now; to be sent once the change is in the book. */
  async mailFor(
    tx: Tx,
    { kind, personId }: { readonly kind: AccountChangeKind; readonly personId: string },
  ): Promise<() => Promise<void>> {
    const profile = await tx.repository(PersonProfileRow).findOneBy({ personId });
    return async () => {
      if (profile?.mail == null || this.mailer.unavailable !== undefined) return;
      const { mail: to, name } = profile;
      const { officeName } = this.config;
      try {
        await this.mailer.send(noticeMail(kind, { to, name, officeName }));
      } catch (error) {
        const reason = error instanceof Error ? error.name : 'unknown';
        this.log.error(`a notice about a changed account was not sent: ${reason}`);
      }
    };
  }
}
