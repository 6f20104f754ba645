import { Injectable } from '@nestjs/common';
import { commandOf, type FactChange } from '../../platform/database/fact-change.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { Sessions } from '../sessions/sessions.js';
import { Accounts } from './accounts.js';

/** "Überall abmelden": all sessions of a person end; the account stays as it is. */
@Injectable()
export class EndSessionsUseCase {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly accounts: Accounts,
    private readonly sessions: Sessions,
  ) {}

  /** @throws UnknownPerson, StaleRevision */
  async execute(change: FactChange, id: string): Promise<void> {
    await this.unitOfWork.once(commandOf('end sessions', change, { id }), async (tx) => {
      await this.accounts.held(tx, change, id);
      await this.sessions.endAll(tx, id, 'revoked');
      return id;
    });
  }
}
