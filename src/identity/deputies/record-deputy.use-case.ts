import { Injectable } from '@nestjs/common';
import { addDays } from '../../domain/calendar/plain-date.js';
import { InvalidField } from '../../domain/errors/invalid-field.js';
import { dayInGermany } from '../../platform/clock/system-clock.js';
import { commandOf, statementOf, type FactChange } from '../../platform/database/fact-change.js';
import { addFact } from '../../platform/database/revisions.js';
import { UnitOfWork, type Tx } from '../../platform/database/unit-of-work.js';
import { Ids } from '../../platform/ids/ids.js';
import { RolesInForce } from '../roles-in-force.js';
import { ensureFitDeputy } from './deputy-fitness.js';
import { DeputyRow } from './deputy.entity.js';
import { ensureConcerned } from './ensure-concerned.js';
import type { Deputising } from './deputy.rules.js';

export type { Deputising } from './deputy.rules.js';

/** Nobody is away for longer without a word about it. */
const DAYS_MAX = 366;

/**
 * "Vertretung eintragen": by the person who will be away, and it is in force; or by an administrator,
 * and it waits until somebody else agrees.
 */
@Injectable()
export class RecordDeputyUseCase {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ids: Ids,
    private readonly roles: RolesInForce,
  ) {}

  /**
   * @returns the id of the deputising
   * @throws DeputyNotYours, DeputyUnfit; InvalidField at `/from`, `/to`
   */
  async execute(change: FactChange, deputising: Deputising): Promise<string> {
    const command = commandOf('record-deputy', change, deputising);
    return this.unitOfWork.once(command, (tx) => this.record(tx, change, deputising));
  }

  private async record(tx: Tx, change: FactChange, deputising: Deputising): Promise<string> {
    const { person, forPerson, role, from, to } = deputising;
    await ensureConcerned(tx, this.roles, change.by, [forPerson]);
    ensureDays(tx, deputising);
    await ensureFitDeputy(tx, deputising);
    const id = this.ids.newId();
    const agreedBy = change.by === `person:${forPerson}` ? forPerson : null;
    const days = { fromOn: from, toOn: to };
    const row = { id, personId: person, forPersonId: forPerson, role, ...days, agreedBy };
    await addFact(tx, DeputyRow, row, statementOf(change));
    return id;
  }
}

/** @throws InvalidField: rights begin today at the earliest, and end within a year */
function ensureDays(tx: Tx, { from, to }: Deputising): void {
  if (from < dayInGermany(tx.at)) throw new InvalidField('day-past', from, '/from');
  if (to < from) throw new InvalidField('from-after-to', to, '/to');
  if (to > addDays(from, DAYS_MAX)) throw new InvalidField('days-too-many', to, '/to');
}
