import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { AttemptLimits } from '../attempts/attempt-limits.js';
import { AuditTrail } from '../audit/audit-trail.js';
import { LinkOver } from '../identity.errors.js';
import type { LinkPurpose } from '../links/one-time-link.entity.js';
import { OneTimeLinks } from '../links/one-time-links.js';
import { NewPasswords } from '../passwords/new-passwords.js';
import { PasswordHashing } from '../passwords/password-hashing.js';
import { PeopleQueries, type Person } from '../people/people.queries.js';
import { Sessions } from '../sessions/sessions.js';
import { Credentials } from './credentials.js';
import { mayUsePassword } from './sign-in.use-case.js';

/** For whom a link is, before it is used. */
export interface LinkHolder {
  readonly purpose: LinkPurpose;
  readonly person: Person;
}

/** "Passwort festlegen" with a one-time link: for an invitation, or because it was forgotten. */
@Injectable()
export class ChoosePasswordUseCase {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly links: OneTimeLinks,
    private readonly people: PeopleQueries,
    private readonly newPasswords: NewPasswords,
    private readonly hashing: PasswordHashing,
    private readonly credentials: Credentials,
    private readonly sessions: Sessions,
    private readonly limits: AttemptLimits,
    private readonly audit: AuditTrail,
  ) {}

  /** @throws LinkOver if the link is good for nothing, or the account is closed */
  async holder(secret: string): Promise<LinkHolder> {
    const link = await this.links.standing(secret);
    const person = link && (await this.people.person(link.personId));
    if (link === undefined || person === undefined || !mayUsePassword(person)) {
      throw new LinkOver({});
    }
    return { purpose: link.purpose, person };
  }

  /**
   * Uses the link up: sessions and other links of the person end, a lock of the account is lifted.
   * Nobody is signed in by it: that takes the new password, and a second factor where one is due.
   *
   * @throws LinkOver, PasswordTooShort, PasswordTooLong, PasswordTooCommon
   */
  async execute(secret: string, password: string): Promise<LinkHolder> {
    const holder = await this.holder(secret);
    const { id, name, mail = '' } = holder.person;
    await this.newPasswords.ensureFit(password, [name, mail]);
    const hash = await this.hashing.hash(password);
    await this.unitOfWork.note(async (tx) => {
      await this.links.redeem(tx, secret);
      await this.credentials.keep(tx, id, hash);
      const object = { kind: 'person', id };
      this.audit.record(tx, { action: 'password-changed', by: `person:${id}`, object });
      await this.links.end(tx, id, 'replaced');
      await this.sessions.endAll(tx, id, 'password-changed');
      await this.limits.clear(tx, { kind: 'sign-in-account', of: mail });
    });
    return holder;
  }
}
