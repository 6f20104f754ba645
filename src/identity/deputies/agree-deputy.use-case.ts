import { Injectable } from '@nestjs/common';
import { UnknownFact } from '../../platform/database/database.errors.js';
import { commandOf, statementOf, type FactChange } from '../../platform/database/fact-change.js';
import { latestRevision } from '../../platform/database/revision-queries.js';
import { appendRevision, holdFact } from '../../platform/database/revisions.js';
import { UnitOfWork, type Tx } from '../../platform/database/unit-of-work.js';
import { dayInGermany } from '../../platform/clock/system-clock.js';
import { personIdOf } from '../acting.js';
import { RolesInForce } from '../roles-in-force.js';
import { DeputySecondWord } from './deputies.errors.js';
import { ensureFitDeputy } from './deputy-fitness.js';
import { DeputyRow } from './deputy.entity.js';
import { ensureConcerned } from './ensure-concerned.js';

/**
 * "Vertretung bestätigen": the second word to what an administrator has recorded, by another
 * administrator or by the represented person. Only then does the deputy have the role.
 */
@Injectable()
export class AgreeDeputyUseCase {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly roles: RolesInForce,
  ) {}

  /** @throws UnknownFact, DeputyNotYours, DeputySecondWord, DeputyUnfit */
  async execute(change: FactChange, id: string): Promise<string> {
    const command = commandOf('agree-deputy', change, { id });
    return this.unitOfWork.once(command, (tx) => this.agree(tx, change, id));
  }

  private async agree(tx: Tx, change: FactChange, id: string): Promise<string> {
    await holdFact(tx, DeputyRow, id);
    const asked = await latestRevision(tx, DeputyRow, id);
    if (asked === undefined) throw new UnknownFact({ id });
    const { personId, forPersonId, role, fromOn, toOn, reason } = asked;
    await ensureConcerned(tx, this.roles, change.by, [forPersonId]);
    if (asked.agreedBy !== null) throw new DeputySecondWord({ reason: 'decided' });
    if (asked.recordedBy === change.by) throw new DeputySecondWord({ reason: 'same-person' });
    if (toOn < dayInGermany(tx.at)) throw new DeputySecondWord({ reason: 'over' });
    const deputising = { person: personId, forPerson: forPersonId, role, from: fromOn, to: toOn };
    await ensureFitDeputy(tx, deputising);
    const agreedBy = personIdOf(change.by);
    const fact = { id, personId, forPersonId, role, fromOn, toOn, agreedBy };
    await appendRevision(tx, DeputyRow, fact, { ...statementOf(change), reason });
    return id;
  }
}
