import { Injectable } from '@nestjs/common';
import { commandOf, type FactChange } from '../../platform/database/fact-change.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { attemptsOn } from '../attempts/account-locks.js';
import { AttemptLimits } from '../attempts/attempt-limits.js';
import { AuditTrail } from '../audit/audit-trail.js';
import { Accounts } from './accounts.js';
import { PersonProfileRow } from './person.entity.js';

/** "Entsperren": what was tried in vain is forgotten, and the person may try again at once. */
@Injectable()
export class UnlockAccountUseCase {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly accounts: Accounts,
    private readonly limits: AttemptLimits,
    private readonly audit: AuditTrail,
  ) {}

  /** @throws UnknownPerson, StaleRevision */
  async execute(change: FactChange, id: string): Promise<void> {
    await this.unitOfWork.once(commandOf('unlock account', change, { id }), async (tx) => {
      await this.accounts.held(tx, change, id);
      const profile = await tx.repository(PersonProfileRow).findOneBy({ personId: id });
      await this.limits.clear(tx, ...attemptsOn({ id, mail: profile?.mail ?? undefined }));
      const { by, reason, key: commandKey } = change;
      const object = { kind: 'person', id };
      this.audit.record(tx, { action: 'unlocked', object, by, reason, commandKey });
      return id;
    });
  }
}
