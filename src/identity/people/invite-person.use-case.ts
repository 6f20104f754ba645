import { Injectable } from '@nestjs/common';
import { commandOf, type FactChange } from '../../platform/database/fact-change.js';
import { UnitOfWork, type Tx } from '../../platform/database/unit-of-work.js';
import { OneTimeLinks, type IssuedLink } from '../links/one-time-links.js';
import type { LinkPurpose } from '../links/one-time-link.entity.js';
import { Organisations } from '../organisations.js';
import { Accounts } from './accounts.js';
import { isErased } from './close-account.use-case.js';
import { AccountState, UnknownOrganisation } from './people.errors.js';
import { CredentialRow, PersonRow } from './person.entity.js';
import { RecordPersonUseCase, type NewPerson } from './record-person.use-case.js';

/** A link with which somebody chooses their password. */
export interface Invitation {
  readonly personId: string;
  readonly purpose: LinkPurpose;
  /** Known at this moment only; absent when the same command comes again. */
  readonly link: IssuedLink | undefined;
}

/** "Einladen": an account, and the link with which its person begins. */
@Injectable()
export class InvitePersonUseCase {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly recording: RecordPersonUseCase,
    private readonly organisations: Organisations,
    private readonly accounts: Accounts,
    private readonly links: OneTimeLinks,
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
   * @throws UnknownPerson, StaleRevision, AccountState
   */
  async again(change: FactChange, id: string): Promise<Invitation> {
    const made: { link?: IssuedLink; purpose: LinkPurpose } = { purpose: 'invitation' };
    await this.unitOfWork.once(commandOf('issue link', change, { id }), async (tx) => {
      const rights = await this.accounts.held(tx, change, id);
      if (await isErased(tx, id)) throw new AccountState({ state: 'erased' });
      if (rights.withdrawn) throw new AccountState({ state: 'closed' });
      const person = await tx.repository(PersonRow).findOneBy({ id });
      if (person?.source === 'directory') throw new AccountState({ state: 'directory' });
      const known = await tx.repository(CredentialRow).existsBy({ personId: id });
      made.purpose = known ? 'reset' : 'invitation';
      made.link = await this.links.issue(tx, {
        ...{ personId: id, purpose: made.purpose, by: change.by },
      });
      return id;
    });
    return { personId: id, purpose: made.purpose, link: made.link };
  }

  private async ensureOrganisation(tx: Tx, partner: string | undefined): Promise<void> {
    if (partner === undefined) return;
    const known = await this.organisations.all(tx);
    if (known.some(({ id }) => id === partner)) return;
    throw new UnknownOrganisation({ partner, pointer: '/partnerId' });
  }
}
