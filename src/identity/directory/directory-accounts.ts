import { Injectable } from '@nestjs/common';
import {
  isUniqueViolation,
  TransactionOutpaced,
} from '../../platform/database/database-failure.js';
import { appendRevision } from '../../platform/database/revisions.js';
import { UnitOfWork, type Tx } from '../../platform/database/unit-of-work.js';
import { holdFact } from '../../platform/database/revisions.js';
import { latestRevisions } from '../../platform/database/revision-queries.js';
import { PersonProfileRow, PersonRights } from '../people/person.entity.js';
import { RecordPersonUseCase } from '../people/record-person.use-case.js';
import type { Role } from '../roles.rules.js';
import { Sessions } from '../sessions/sessions.js';
import type { DirectoryPerson } from './directory-claims.rules.js';
import { DirectoryAccountClosed, DirectoryMailTaken } from './directory.errors.js';

const BY = 'system:directory';
const REASON = 'Anmeldung über das Verzeichnis des Hauses';

/** Accounts of people whom the office's directory knows: it says how they are called and what they may. */
@Injectable()
export class DirectoryAccounts {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly recording: RecordPersonUseCase,
    private readonly sessions: Sessions,
  ) {}

  /**
   * The account of somebody, made at their first sign-in and brought up to date at each: other roles
   * end the sessions of before. An account with a password is never taken over by its mail address.
   *
   * @returns the person's id
   * @throws DirectoryMailTaken, DirectoryAccountClosed
   */
  async settle(told: DirectoryPerson, roles: readonly Role[]): Promise<string> {
    const mail = told.mail.toLowerCase();
    return this.unitOfWork.run(async (tx) => {
      const profile = await tx
        .repository(PersonProfileRow)
        .findOneBy({ directorySubject: told.subject });
      await ensureMailFree(tx, mail, profile?.personId ?? '');
      if (profile === null) return this.recorded(tx, { ...told, mail }, roles);
      await holdFact(tx, PersonRights, profile.personId);
      await this.bringUpToDate(tx, profile, { name: told.name, mail, roles });
      return profile.personId;
    });
  }

  /** Whoever gives no role any more ends what is left of before. */
  async cutOff(subject: string): Promise<void> {
    await this.unitOfWork.note(async (tx) => {
      const profile = await tx
        .repository(PersonProfileRow)
        .findOneBy({ directorySubject: subject });
      if (profile !== null) await this.sessions.endAll(tx, profile.personId, 'rights-changed');
    });
  }

  /** Of two first sign-ins at once the second finds the account of the other. */
  private async recorded(tx: Tx, told: DirectoryPerson, roles: readonly Role[]): Promise<string> {
    const { subject: directorySubject, name, mail } = told;
    const person = { name, mail, roles, source: 'directory', directorySubject } as const;
    const change = { by: BY, reason: REASON, key: `directory:${directorySubject}` };
    try {
      return await this.recording.record(tx, change, person);
    } catch (error) {
      if (isUniqueViolation(error)) throw new TransactionOutpaced();
      throw error;
    }
  }

  private async bringUpToDate(
    tx: Tx,
    before: PersonProfileRow,
    { name, mail, roles }: { name: string; mail: string; roles: readonly Role[] },
  ): Promise<void> {
    const { personId: id } = before;
    const [rights] = await latestRevisions(tx, PersonRights, { ids: [id], withWithdrawn: true });
    if (rights === undefined || rights.withdrawn) throw new DirectoryAccountClosed({});
    const isProfileNew = name !== before.name || mail !== before.mail;
    const areRolesNew = roles.join() !== rights.roles.join();
    if (isProfileNew)
      await tx.repository(PersonProfileRow).update({ personId: id }, { name, mail });
    if (!isProfileNew && !areRolesNew) return;
    const statement = { by: BY, reason: REASON };
    await appendRevision(
      tx,
      PersonRights,
      { id, roles, partnerId: rights.partnerId, isLead: rights.isLead },
      statement,
    );
    if (areRolesNew) await this.sessions.endAll(tx, id, 'rights-changed');
  }
}

async function ensureMailFree(tx: Tx, mail: string, personId: string): Promise<void> {
  const [other] = await tx.all(
    'select person_id from person_profile where mail = ? and person_id <> ?',
    [mail, personId],
  );
  if (other !== undefined) throw new DirectoryMailTaken({});
}
