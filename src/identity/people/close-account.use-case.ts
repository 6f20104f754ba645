import { Injectable } from '@nestjs/common';
import { commandOf, statementOf, type FactChange } from '../../platform/database/fact-change.js';
import { appendRevision, withdrawFact } from '../../platform/database/revisions.js';
import { UnitOfWork, type Tx } from '../../platform/database/unit-of-work.js';
import { givesOfficeRole } from '../account-changes/account-change.rules.js';
import { isPerson } from '../acting.js';
import { SecondAdministratorNeeded } from '../account-changes/account-changes.errors.js';
import { Accounts } from './accounts.js';
import { AccountState } from './people.errors.js';
import { PersonProfileRow, PersonRights } from './person.entity.js';

/** "Konto schließen" and "wieder öffnen": what a person did stays. */
@Injectable()
export class CloseAccountUseCase {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly accounts: Accounts,
  ) {}

  /**
   * The person is out at once and signs in no more.
   * @throws UnknownPerson, StaleRevision, OwnRights, LastAdministrator, AccountState
   */
  async close(change: FactChange, id: string): Promise<void> {
    await this.unitOfWork.once(commandOf('close account', change, { id }), async (tx) => {
      const rights = await this.accounts.heldForRights(tx, change, id, () => false);
      if (rights.withdrawn) throw new AccountState({ state: 'closed' });
      await withdrawFact(tx, PersonRights, id, statementOf(change));
      await this.accounts.cutOff(tx, id, 'rights-changed');
      return id;
    });
  }

  /**
   * With the rights of before; where the office's are among them, that takes two administrators
   * (`ProposeAccountChangeUseCase`).
   * @throws UnknownPerson, StaleRevision, OwnRights, AccountState, SecondAdministratorNeeded
   */
  async reopen(change: FactChange, id: string): Promise<void> {
    await this.unitOfWork.once(commandOf('reopen account', change, { id }), async (tx) => {
      const rights = await this.heldClosed(tx, change, id);
      if (isPerson(change.by) && givesOfficeRole([], rights.roles)) {
        throw new SecondAdministratorNeeded({});
      }
      await this.applyReopening(tx, change, rights);
      return id;
    });
  }

  /** The rights of a closed account that may be opened again. @throws as `reopen` */
  async heldClosed(tx: Tx, change: FactChange, id: string): Promise<PersonRights> {
    const rights = await this.accounts.heldForRights(tx, change, id, () => true);
    if (!rights.withdrawn) throw new AccountState({ state: 'open' });
    if (await isErased(tx, id)) throw new AccountState({ state: 'erased' });
    return rights;
  }

  /** The same inside of another command that has held the rights. */
  async applyReopening(tx: Tx, change: FactChange, rights: PersonRights): Promise<void> {
    await appendRevision(tx, PersonRights, rights, statementOf(change));
  }
}

/** Whether name and mail address were erased: nobody could be let in with what is left. */
export async function isErased(tx: Tx, id: string): Promise<boolean> {
  const profile = await tx.repository(PersonProfileRow).findOneBy({ personId: id });
  return profile?.erasedAt != null;
}
