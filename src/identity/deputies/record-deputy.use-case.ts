import { Injectable } from '@nestjs/common';
import { addDays } from '../../domain/calendar/plain-date.js';
import { InvalidField } from '../../domain/errors/invalid-field.js';
import { dayInGermany } from '../../platform/clock/system-clock.js';
import { commandOf, statementOf, type FactChange } from '../../platform/database/fact-change.js';
import { addFact } from '../../platform/database/revisions.js';
import { UnitOfWork, type Tx } from '../../platform/database/unit-of-work.js';
import { Ids } from '../../platform/ids/ids.js';
import { RolesInForce } from '../roles-in-force.js';
import type { Role } from '../roles.rules.js';
import { accountRoles } from './account-roles.js';
import { DeputyNotYours, DeputyUnfit } from './deputies.errors.js';
import { DeputyRow } from './deputy.entity.js';
import { ensureMayDeputise, type Deputising } from './deputy.rules.js';

export type { Deputising } from './deputy.rules.js';

/** Nobody is away for longer without a word about it. */
const DAYS_MAX = 366;

/** "Vertretung eintragen": by an administrator, or by the person who will be away. */
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
    await this.ensureMaySay(tx, change.by, forPerson);
    ensureDays(tx, deputising);
    if (person === forPerson) throw new DeputyUnfit({ reason: 'self', role });
    const own = await accountRoles(tx, person);
    const candidate = own && { roles: own, deputised: await deputised(tx, deputising) };
    ensureMayDeputise(deputising, candidate, await accountRoles(tx, forPerson));
    const id = this.ids.newId();
    const row = { id, personId: person, forPersonId: forPerson, role, fromOn: from, toOn: to };
    await addFact(tx, DeputyRow, row, statementOf(change));
    return id;
  }

  private async ensureMaySay(tx: Tx, by: string, forPerson: string): Promise<void> {
    if (by === `person:${forPerson}`) return;
    const inForce = await this.roles.ofActor(tx, by, tx.at);
    if (!inForce.some(({ role }) => role === 'administrator')) throw new DeputyNotYours({});
  }
}

/** @throws InvalidField: rights begin today at the earliest, and end within a year */
function ensureDays(tx: Tx, { from, to }: Deputising): void {
  if (from < dayInGermany(tx.at)) throw new InvalidField('day-past', from, '/from');
  if (to < from) throw new InvalidField('from-after-to', to, '/to');
  if (to > addDays(from, DAYS_MAX)) throw new InvalidField('days-too-many', to, '/to');
}

/** The roles in which somebody stands in on some day of the new days. */
async function deputised(tx: Tx, { person, from, to }: Deputising): Promise<readonly Role[]> {
  const rows = await tx.all<{ role: Role }>(
    `select d.role from deputy d where d.person_id = ? and d.from_on <= ? and d.to_on >= ?
       and not d.withdrawn and d.revision = (select max(n.revision) from deputy n where n.id = d.id)`,
    [person, to, from],
  );
  return rows.map(({ role }) => role);
}
