import { Injectable } from '@nestjs/common';
import { commandOf, type FactChange } from '../../platform/database/fact-change.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { Accounts } from '../people/accounts.js';
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

  /** @throws UnknownPerson, StaleRevision, OwnRights for one's own, SecondFactorState if there is none */
  async execute(change: FactChange, id: string): Promise<void> {
    if (change.by === `person:${id}`) throw new OwnRights({});
    await this.unitOfWork.once(commandOf('remove second factor', change, { id }), async (tx) => {
      await this.accounts.held(tx, change, id);
      const [known] = await tx.all(
        'select person_id from second_factor where person_id = ? and confirmed_at is not null',
        [id],
      );
      if (known === undefined) throw new SecondFactorState({ state: 'off' });
      await this.factors.remove(tx, id);
      await this.sessions.endAll(tx, id, 'factor-changed');
      return id;
    });
  }
}
