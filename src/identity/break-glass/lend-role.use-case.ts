import { Injectable } from '@nestjs/common';
import type { Instant } from '../../domain/calendar/instant.js';
import { InvalidField } from '../../domain/errors/invalid-field.js';
import { UnknownFact } from '../../platform/database/database.errors.js';
import { commandOf, statementOf, type FactChange } from '../../platform/database/fact-change.js';
import { latestRevision } from '../../platform/database/revision-queries.js';
import {
  addFact,
  appendRevision,
  holdFact,
  withdrawFact,
} from '../../platform/database/revisions.js';
import { UnitOfWork, type Tx } from '../../platform/database/unit-of-work.js';
import { Ids } from '../../platform/ids/ids.js';
import { personIdOf } from '../acting.js';
import { accountRoles } from '../deputies/account-roles.js';
import type { OfficeRole } from '../deputies/deputy.entity.js';
import { RolesInForce } from '../roles-in-force.js';
import { LendingRefused } from './break-glass.errors.js';
import { ensureLendable } from './lending.rules.js';
import { LENT_HOURS_MAX, LentRoleRow } from './lent-role.entity.js';

/** Which role a third person is to have, and for how long. */
export interface Lending {
  readonly person: string;
  readonly role: OfficeRole;
  /** Whole hours from the second administrator's consent on, at most 24. */
  readonly hours: number;
}

const HOUR_MS = 3_600_000;

/**
 * "Notzugang": where nobody is left who may act, two administrators lend a third person a role for
 * some hours. The change's reason says why; they themselves never act in a case.
 */
@Injectable()
export class LendRoleUseCase {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ids: Ids,
    private readonly roles: RolesInForce,
  ) {}

  /**
   * The first administrator asks; nobody may do anything yet.
   * @returns the id of the lending
   * @throws RightLacking, LendingRefused; InvalidField at `/hours`
   */
  async ask(change: FactChange, lending: Lending): Promise<string> {
    const command = commandOf('ask-lent-role', change, lending);
    return this.unitOfWork.once(command, async (tx) => {
      const { person, role, hours } = lending;
      const askedBy = await this.administrator(tx, change.by);
      if (!Number.isInteger(hours) || hours < 1 || hours > LENT_HOURS_MAX) {
        throw new InvalidField('lent-hours', String(hours), '/hours');
      }
      ensureLendable(role, person, await accountRoles(tx, person), askedBy);
      const id = this.ids.newId();
      const none = { agreedBy: null, startsAt: null, endsAt: null };
      const row = { id, personId: person, role, hours, askedBy, ...none };
      await addFact(tx, LentRoleRow, row, statementOf(change));
      return id;
    });
  }

  /**
   * The second administrator agrees: from now on the role is lent.
   * @throws RightLacking, LendingRefused, UnknownFact
   */
  async agree(change: FactChange, id: string): Promise<string> {
    return this.unitOfWork.once(commandOf('agree-lent-role', change, { id }), async (tx) => {
      const agreedBy = await this.administrator(tx, change.by);
      const { role, personId, askedBy, agreedBy: agreed, hours } = await this.lending(tx, id);
      if (agreed !== null) throw new LendingRefused({ reason: 'decided' });
      if (agreedBy === askedBy) throw new LendingRefused({ reason: 'same-administrator' });
      ensureLendable(role, personId, await accountRoles(tx, personId), agreedBy);
      const endsAt = new Date(Date.parse(tx.at) + hours * HOUR_MS).toISOString() as Instant;
      const asked = { id, personId, role, hours, askedBy };
      const fact = { ...asked, agreedBy, startsAt: tx.at, endsAt };
      await appendRevision(tx, LentRoleRow, fact, statementOf(change));
      return id;
    });
  }

  /**
   * An administrator says no, or ends it before its time.
   * @throws RightLacking, UnknownFact
   */
  async end(change: FactChange, id: string): Promise<string> {
    return this.unitOfWork.once(commandOf('end-lent-role', change, { id }), async (tx) => {
      await this.administrator(tx, change.by);
      await this.lending(tx, id);
      await withdrawFact(tx, LentRoleRow, id, statementOf(change));
      return id;
    });
  }

  /** @returns the id of the administrator who acts */
  private async administrator(tx: Tx, by: string): Promise<string> {
    await this.roles.needed(tx, by, 'administrator');
    return personIdOf(by);
  }

  private async lending(tx: Tx, id: string): Promise<LentRoleRow> {
    await holdFact(tx, LentRoleRow, id);
    const lending = await latestRevision(tx, LentRoleRow, id);
    if (lending === undefined) throw new UnknownFact({ id });
    return lending;
  }
}
