import { Injectable } from '@nestjs/common';
import { commandOf, statementOf, type FactChange } from '../../platform/database/fact-change.js';
import { withdrawFact } from '../../platform/database/revisions.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { Accounts } from './accounts.js';
import { isErased } from './close-account.use-case.js';
import { AccountState } from './people.errors.js';
import { CredentialRow, PersonProfileRow, PersonRights } from './person.entity.js';

/** What stands in the place of a name that was erased. */
export const ERASED_NAME = '(gelöscht)';

/**
 * "Name und Mailadresse löschen", once nobody needs them any more (Art. 17 DSGVO): the id stays
 * with what the person did, so that the book remains whole.
 */
@Injectable()
export class ErasePersonUseCase {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly accounts: Accounts,
  ) {}

  /** @throws UnknownPerson, StaleRevision, AccountState unless it is closed */
  async execute(change: FactChange, id: string): Promise<void> {
    await this.unitOfWork.once(commandOf('erase person', change, { id }), async (tx) => {
      const rights = await this.accounts.held(tx, change, id);
      if (!rights.withdrawn) throw new AccountState({ state: 'open' });
      if (await isErased(tx, id)) throw new AccountState({ state: 'erased' });
      const nothing = { name: ERASED_NAME, mail: null, directorySubject: null };
      await tx
        .repository(PersonProfileRow)
        .update({ personId: id }, { ...nothing, erasedAt: tx.at });
      await tx.repository(CredentialRow).delete({ personId: id });
      await tx.run(`update session set address = '', browser = '' where person_id = ?`, [id]);
      await withdrawFact(tx, PersonRights, id, statementOf(change), true);
      return id;
    });
  }
}
