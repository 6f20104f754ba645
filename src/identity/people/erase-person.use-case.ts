import { Injectable } from '@nestjs/common';
import { commandOf, statementOf, type FactChange } from '../../platform/database/fact-change.js';
import { withdrawFact } from '../../platform/database/revisions.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { AuditTrail } from '../audit/audit-trail.js';
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
    private readonly audit: AuditTrail,
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
      await tx.run('delete from second_factor where person_id = ?', [id]);
      await tx.run('delete from recovery_code where person_id = ?', [id]);
      await tx.run('delete from held_form where person_id = ?', [id]);
      await tx.run(`update session set address = '', browser = '' where person_id = ?`, [id]);
      await this.audit.eraseOrigins(tx, `person:${id}`);
      const { by, reason, key: commandKey } = change;
      const object = { kind: 'person', id };
      this.audit.record(tx, { action: 'erased', object, by, reason, commandKey });
      await withdrawFact(tx, PersonRights, id, statementOf(change), true);
      return id;
    });
  }
}
