import { Injectable } from '@nestjs/common';
import { commandOf, statementOf, type FactChange } from '../../platform/database/fact-change.js';
import { appendRevision, withdrawFact } from '../../platform/database/revisions.js';
import { UnitOfWork, type Tx } from '../../platform/database/unit-of-work.js';
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
   * With the rights of before.
   * @throws UnknownPerson, StaleRevision, OwnRights, AccountState
   */
  async reopen(change: FactChange, id: string): Promise<void> {
    await this.unitOfWork.once(commandOf('reopen account', change, { id }), async (tx) => {
      const rights = await this.accounts.heldForRights(tx, change, id, () => true);
      if (!rights.withdrawn) throw new AccountState({ state: 'open' });
      if (await isErased(tx, id)) throw new AccountState({ state: 'erased' });
      await appendRevision(tx, PersonRights, rights, statementOf(change));
      return id;
    });
  }
}

/** Whether name and mail address were erased: nobody could be let in with what is left. */
export async function isErased(tx: Tx, id: string): Promise<boolean> {
  const profile = await tx.repository(PersonProfileRow).findOneBy({ personId: id });
  return profile?.erasedAt != null;
}
