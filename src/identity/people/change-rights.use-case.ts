import { Injectable } from '@nestjs/common';
import { commandOf, statementOf, type FactChange } from '../../platform/database/fact-change.js';
import { appendRevision } from '../../platform/database/revisions.js';
import { UnitOfWork, type Tx } from '../../platform/database/unit-of-work.js';
import { givesOfficeRole } from '../account-changes/account-change.rules.js';
import { isPerson } from '../acting.js';
import { SecondAdministratorNeeded } from '../account-changes/account-changes.errors.js';
import { RolesApart } from '../identity.errors.js';
import { rolesTogether, type Role } from '../roles.rules.js';
import { Sessions } from '../sessions/sessions.js';
import { Accounts } from './accounts.js';
import { AccountState, OrganisationFixed } from './people.errors.js';
import { PersonRights } from './person.entity.js';

/** What somebody may from now on. */
export interface NewRights {
  readonly roles: readonly Role[];
  /** Only of a partner's people. */
  readonly isLead?: boolean;
}

/** "Rollen ändern": whoever is signed in is signed out, so that nothing of before is left. */
@Injectable()
export class ChangeRightsUseCase {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly accounts: Accounts,
    private readonly sessions: Sessions,
  ) {}

  /**
   * One administrator alone takes roles away; to give one takes two (`ProposeAccountChangeUseCase`).
   *
   * @throws UnknownPerson, StaleRevision, OwnRights, LastAdministrator, RolesApart, OrganisationFixed, AccountState
   * @throws SecondAdministratorNeeded
   */
  async execute(change: FactChange, id: string, wanted: NewRights): Promise<void> {
    const { roles, isLead = false } = wanted;
    const command = commandOf('change rights', change, { id, roles, isLead });
    await this.unitOfWork.once(command, async (tx) => {
      const rights = await this.held(tx, change, id, wanted);
      if (isPerson(change.by) && givesOfficeRole(rights.roles, roles)) {
        throw new SecondAdministratorNeeded({});
      }
      await this.apply(tx, change, rights, wanted);
      return id;
    });
  }

  /** The rights of before, once it is sure that they may become these. @throws as `execute` */
  async held(tx: Tx, change: FactChange, id: string, wanted: NewRights): Promise<PersonRights> {
    const { roles, isLead = false } = wanted;
    const isAdministrator = (): boolean => roles.includes('administrator');
    const rights = await this.accounts.heldForRights(tx, change, id, isAdministrator);
    if (rights.withdrawn) throw new AccountState({ state: 'closed' });
    const isPartner = roles.includes('partner');
    if (isPartner !== (rights.partnerId !== null)) throw new OrganisationFixed({});
    if (!rolesTogether(roles) || (isLead && !isPartner)) {
      throw new RolesApart({ roles: roles.join(', ') });
    }
    return rights;
  }

  /** The same inside of another command that has held the rights. */
  async apply(tx: Tx, change: FactChange, rights: PersonRights, wanted: NewRights): Promise<void> {
    const { id, partnerId } = rights;
    const { roles, isLead = false } = wanted;
    await appendRevision(tx, PersonRights, { id, roles, partnerId, isLead }, statementOf(change));
    await this.sessions.endAll(tx, id, 'rights-changed');
  }
}
