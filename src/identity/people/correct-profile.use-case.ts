import { Injectable } from '@nestjs/common';
import { commandOf, statementOf, type FactChange } from '../../platform/database/fact-change.js';
import { Book } from '../../platform/database/book.js';
import { appendRevision } from '../../platform/database/revisions.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { MailNotReserved, MailTaken } from '../identity.errors.js';
import { OneTimeLinks } from '../links/one-time-links.js';
import { Accounts } from './accounts.js';
import { AccountState } from './people.errors.js';
import { isReservedMail } from './reserved-domains.rules.js';
import { PersonProfileRow, PersonRights } from './person.entity.js';

/** How a person is called, and where mail reaches them. */
export interface Profile {
  readonly name: string;
  readonly mail: string;
}

/**
 * "Name und Mailadresse berichtigen". The history says that they changed, and why; what they were
 * stands nowhere. Open links went to the old address: they end.
 */
@Injectable()
export class CorrectProfileUseCase {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly accounts: Accounts,
    private readonly links: OneTimeLinks,
    private readonly book: Book,
  ) {}

  /** @throws UnknownPerson, StaleRevision, AccountState, MailTaken, MailNotReserved */
  async execute(change: FactChange, id: string, profile: Profile): Promise<void> {
    const name = profile.name.trim();
    const mail = profile.mail.trim().toLowerCase();
    const command = commandOf('correct profile', change, { id, name, mail });
    await this.unitOfWork.once(command, async (tx) => {
      const rights = await this.accounts.held(tx, change, id);
      if (rights.withdrawn) throw new AccountState({ state: 'closed' });
      if (this.book.kind === 'example' && !isReservedMail(mail)) throw new MailNotReserved({});
      const [other] = await tx.all<{ id: string }>(
        'select person_id from person_profile where mail = ? and person_id <> ?',
        [mail, id],
      );
      if (other !== undefined) throw new MailTaken({});
      await tx.repository(PersonProfileRow).update({ personId: id }, { name, mail });
      await appendRevision(tx, PersonRights, rights, statementOf(change));
      await this.links.end(tx, id, 'revoked');
      return id;
    });
  }
}
