import { Injectable } from '@nestjs/common';
import { commandOf, type FactChange } from '../../platform/database/fact-change.js';
import { UnitOfWork, type Tx } from '../../platform/database/unit-of-work.js';
import { isSomebodys } from '../account-changes/account-change.rules.js';
import { isPerson } from '../acting.js';
import { SecondAdministratorNeeded } from '../account-changes/account-changes.errors.js';
import { AuditTrail } from '../audit/audit-trail.js';
import { LinkMails } from '../links/link-mails.js';
import { OneTimeLinks, type IssuedLink } from '../links/one-time-links.js';
import type { LinkPurpose } from '../links/one-time-link.entity.js';
import { Organisations } from '../organisations.js';
import { Accounts } from './accounts.js';
import { isErased } from './close-account.use-case.js';
import { AccountState, UnknownOrganisation } from './people.errors.js';
import { PeopleQueries } from './people.queries.js';
import { CredentialRow, PersonRow, type PersonRights } from './person.entity.js';
import { RecordPersonUseCase, type NewPerson } from './record-person.use-case.js';

/** A link with which somebody chooses their password. */
export interface Invitation {
  readonly personId: string;
  readonly purpose: LinkPurpose;
  /** Known at this moment only; absent when the same command comes again. */
  readonly link: IssuedLink | undefined;
}

/** Who makes a link that only its owner gets to see. */
const MAILED_BY = 'system:mail';

/** "Einladen": an account, and the link with which its person begins. */
@Injectable()
export class InvitePersonUseCase {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly recording: RecordPersonUseCase,
    private readonly organisations: Organisations,
    private readonly accounts: Accounts,
    private readonly links: OneTimeLinks,
    private readonly people: PeopleQueries,
    private readonly mails: LinkMails,
    private readonly audit: AuditTrail,
  ) {}

  /** @throws RolesApart, MailTaken, MailNotReserved, UnknownOrganisation */
  async execute(change: FactChange, person: NewPerson): Promise<Invitation> {
    const made: { link?: IssuedLink } = {};
    const command = commandOf('invite person', change, person);
    const personId = await this.unitOfWork.once(command, async (tx) => {
      await this.ensureOrganisation(tx, person.partnerId);
      const id = await this.recording.record(tx, change, person);
      made.link = await this.links.issue(tx, {
        ...{ personId: id, purpose: 'invitation', by: change.by },
      });
      return id;
    });
    return { personId, purpose: 'invitation', link: made.link };
  }

  /**
   * A new link for somebody who lost theirs: an invitation for those who never chose a password.
   * One person alone gets it only for an account that is nobody's yet, and the lead people of a
   * partner for their colleagues; else it takes two administrators (`ProposeAccountChangeUseCase`).
   *
   * @throws UnknownPerson, StaleRevision, AccountState, SecondAdministratorNeeded
   */
  async again(change: FactChange, id: string, isColleague = false): Promise<Invitation> {
    return this.oneLink(change, id, async (tx) => {
      const rights = await this.held(tx, change, id);
      const hasBegun = await tx.repository(CredentialRow).existsBy({ personId: id });
      const isOpen = isColleague || !isPerson(change.by);
      if (!isOpen && isSomebodys({ roles: rights.roles, hasBegun })) {
        throw new SecondAdministratorNeeded({});
      }
      return this.issue(tx, id, change.by);
    });
  }

  /**
   * The same, for the owner's mailbox and nobody else: whoever asks for it never sees the link.
   * @throws as `again`; MailNotSent
   */
  async mail(change: FactChange, id: string): Promise<void> {
    const { purpose, link } = await this.oneLink(change, id, async (tx) => {
      await this.held(tx, change, id);
      const { by, reason, key: commandKey } = change;
      const object = { kind: 'person', id };
      this.audit.record(tx, { action: 'link-mailed', object, by, reason, commandKey });
      return this.issue(tx, id, MAILED_BY);
    });
    const person = await this.people.person(id);
    if (person !== undefined && link !== undefined) await this.mails.send(person, purpose, link);
  }

  /** The rights of an account for which a link can be made. @throws as `again` */
  async held(tx: Tx, change: FactChange, id: string): Promise<PersonRights> {
    const rights = await this.accounts.held(tx, change, id);
    if (await isErased(tx, id)) throw new AccountState({ state: 'erased' });
    if (rights.withdrawn) throw new AccountState({ state: 'closed' });
    const person = await tx.repository(PersonRow).findOneBy({ id });
    if (person?.source === 'directory') throw new AccountState({ state: 'directory' });
    return rights;
  }

  /** The link, inside of another command that has held the account. */
  async issue(tx: Tx, personId: string, by: string): Promise<Omit<Invitation, 'personId'>> {
    const hasBegun = await tx.repository(CredentialRow).existsBy({ personId });
    const purpose = hasBegun ? 'reset' : 'invitation';
    return { purpose, link: await this.links.issue(tx, { personId, purpose, by }) };
  }

  private async oneLink(
    change: FactChange,
    id: string,
    work: (tx: Tx) => Promise<Omit<Invitation, 'personId'>>,
  ): Promise<Invitation> {
    let made: Omit<Invitation, 'personId'> = { purpose: 'invitation', link: undefined };
    await this.unitOfWork.once(commandOf('issue link', change, { id }), async (tx) => {
      made = await work(tx);
      return id;
    });
    return { personId: id, ...made };
  }

  private async ensureOrganisation(tx: Tx, partner: string | undefined): Promise<void> {
    if (partner === undefined) return;
    const known = await this.organisations.all(tx);
    if (known.some(({ id }) => id === partner)) return;
    throw new UnknownOrganisation({ partner, pointer: '/partnerId' });
  }
}
