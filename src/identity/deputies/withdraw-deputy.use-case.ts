import { Injectable } from '@nestjs/common';
import { commandOf, statementOf, type FactChange } from '../../platform/database/fact-change.js';
import { UnknownFact } from '../../platform/database/database.errors.js';
import { latestRevision } from '../../platform/database/revision-queries.js';
import { withdrawFact } from '../../platform/database/revisions.js';
import { UnitOfWork, type Tx } from '../../platform/database/unit-of-work.js';
import { RolesInForce } from '../roles-in-force.js';
import { DeputyRow } from './deputy.entity.js';
import { ensureConcerned } from './ensure-concerned.js';

/** "Vertretung beenden": from this moment on the deputy has the role no more. */
@Injectable()
export class WithdrawDeputyUseCase {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly roles: RolesInForce,
  ) {}

  /** @throws UnknownFact, DeputyNotYours */
  async execute(change: FactChange, id: string): Promise<string> {
    const command = commandOf('withdraw-deputy', change, { id });
    return this.unitOfWork.once(command, (tx) => this.withdraw(tx, change, id));
  }

  private async withdraw(tx: Tx, change: FactChange, id: string): Promise<string> {
    const deputy = await latestRevision(tx, DeputyRow, id);
    if (deputy === undefined) throw new UnknownFact({ id });
    await ensureConcerned(tx, this.roles, change.by, [deputy.forPersonId, deputy.personId]);
    await withdrawFact(tx, DeputyRow, id, statementOf(change));
    return id;
  }
}
