import { Injectable } from '@nestjs/common';
import { commandOf, type FactChange } from '../../platform/database/fact-change.js';
import { UnitOfWork, type Tx } from '../../platform/database/unit-of-work.js';
import { isPerson } from '../acting.js';
import { SecondAdministratorNeeded } from '../account-changes/account-changes.errors.js';
import { Accounts } from '../people/accounts.js';
import type { PersonRights } from '../people/person.entity.js';
import { OwnRights } from '../people/people.errors.js';
import { Sessions } from '../sessions/sessions.js';
import { SecondFactorState } from './second-factor.errors.js';
import { SecondFactors } from './second-factors.js';

/**
 * "Zweiten Faktor zurücksetzen", by an administrator: phone and codes are lost. Whoever is signed in
 * with the account is out; where a second factor is needed, the next sign-in sets up a new one.
 */
@Injectable()
export class RemoveSecondFactorUseCase {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly accounts: Accounts,
    private readonly factors: SecondFactors,
    private readonly sessions: Sessions,
  ) {}

  /**
   * By the console; administrators do it together (`ProposeAccountChangeUseCase`).
   * @throws UnknownPerson, StaleRevision, OwnRights for one's own, SecondFactorState if there is none
   * @throws SecondAdministratorNeeded
   */
  async execute(change: FactChange, id: string): Promise<void> {
    await this.unitOfWork.once(commandOf('remove second factor', change, { id }), async (tx) => {
      await this.held(tx, change, id);
      if (isPerson(change.by)) throw new SecondAdministratorNeeded({});
      await this.apply(tx, change.by, id);
      return id;
    });
  }

  /** The rights of an account that has a second factor. @throws as `execute` */
  async held(tx: Tx, change: FactChange, id: string): Promise<PersonRights> {
    if (change.by === `person:${id}`) throw new OwnRights({});
    const rights = await this.accounts.held(tx, change, id);
    const [known] = await tx.all(
      'select person_id from second_factor where person_id = ? and confirmed_at is not null',
      [id],
    );
    if (known === undefined) throw new SecondFactorState({ state: 'off' });
    return rights;
  }

  /** The same inside of another command that has held the account. */
  async apply(tx: Tx, by: string, id: string): Promise<void> {
    await this.factors.remove(tx, id, by);
    await this.sessions.endAll(tx, id, 'factor-changed');
  }
}
