import { Injectable } from '@nestjs/common';
import { commandOf, statementOf, type FactChange } from '../../platform/database/fact-change.js';
import { Book } from '../../platform/database/book.js';
import { appendRevision } from '../../platform/database/revisions.js';
import { UnitOfWork, type Tx } from '../../platform/database/unit-of-work.js';
import { isSomebodys } from '../account-changes/account-change.rules.js';
import { SecondAdministratorNeeded } from '../account-changes/account-changes.errors.js';
import { MailNotReserved, MailTaken } from '../identity.errors.js';
import { AuditTrail } from '../audit/audit-trail.js';
import { OneTimeLinks } from '../links/one-time-links.js';
import { Accounts } from './accounts.js';
import { AccountState } from './people.errors.js';
import { isReservedMail } from './reserved-domains.rules.js';
import { CredentialRow, PersonProfileRow, PersonRights } from './person.entity.js';

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
    private readonly audit: AuditTrail,
  ) {}

  /**
   * One administrator alone corrects a name, and the address of an account that is nobody's yet;
   * to turn somebody's mail elsewhere takes two (`ProposeAccountChangeUseCase`).
   *
   * @throws UnknownPerson, StaleRevision, AccountState, MailTaken, MailNotReserved
   * @throws SecondAdministratorNeeded
   */
  async execute(change: FactChange, id: string, wanted: Profile): Promise<void> {
    const profile = tidy(wanted);
    const command = commandOf('correct profile', change, { id, ...profile });
    await this.unitOfWork.once(command, async (tx) => {
      const rights = await this.held(tx, change, id, profile);
      if (await this.turnsMail(tx, rights, profile)) throw new SecondAdministratorNeeded({});
      await this.apply(tx, change, rights, profile);
      return id;
    });
  }

  /** The rights of the account, once it is sure that it may be called so. @throws as `execute` */
  async held(tx: Tx, change: FactChange, id: string, profile: Profile): Promise<PersonRights> {
    const { mail } = tidy(profile);
    const rights = await this.accounts.held(tx, change, id);
    if (rights.withdrawn) throw new AccountState({ state: 'closed' });
    if (this.book.kind === 'example' && !isReservedMail(mail)) throw new MailNotReserved({});
    const [other] = await tx.all<{ id: string }>(
      'select person_id from person_profile where mail = ? and person_id <> ?',
      [mail, id],
    );
    if (other !== undefined) throw new MailTaken({});
    return rights;
  }

  /** Whether mail that is somebody's would go elsewhere afterwards. */
  async turnsMail(tx: Tx, { id, roles }: PersonRights, profile: Profile): Promise<boolean> {
    const before = await tx.repository(PersonProfileRow).findOneBy({ personId: id });
    if (before === null || before.mail === tidy(profile).mail) return false;
    const hasBegun = await tx.repository(CredentialRow).existsBy({ personId: id });
    return before.directorySubject === null && isSomebodys({ roles, hasBegun });
  }

  /** The same inside of another command that has held the rights. */
  async apply(tx: Tx, change: FactChange, rights: PersonRights, wanted: Profile): Promise<void> {
    const { id } = rights;
    const { name, mail } = tidy(wanted);
    await tx.repository(PersonProfileRow).update({ personId: id }, { name, mail });
    await appendRevision(tx, PersonRights, rights, statementOf(change));
    await this.links.end(tx, id, 'revoked');
    this.audit.record(tx, {
      ...{ action: 'profile-changed', object: { kind: 'person', id }, by: change.by },
      ...{ reason: change.reason, commandKey: change.key },
      changes: [
        { field: 'name', isPersonal: true },
        { field: 'mail', isPersonal: true },
      ],
    });
  }
}

function tidy({ name, mail }: Profile): Profile {
  return { name: name.trim(), mail: mail.trim().toLowerCase() };
}
