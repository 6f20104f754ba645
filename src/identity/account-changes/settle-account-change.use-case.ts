import { Injectable } from '@nestjs/common';
import { UnknownFact } from '../../platform/database/database.errors.js';
import { commandOf, statementOf, type FactChange } from '../../platform/database/fact-change.js';
import { latestRevisions } from '../../platform/database/revision-queries.js';
import { appendRevision, holdFact, withdrawFact } from '../../platform/database/revisions.js';
import { UnitOfWork, type Tx } from '../../platform/database/unit-of-work.js';
import { personIdOf } from '../acting.js';
import { ChangeRightsUseCase } from '../people/change-rights.use-case.js';
import { CloseAccountUseCase } from '../people/close-account.use-case.js';
import { CorrectProfileUseCase } from '../people/correct-profile.use-case.js';
import { InvitePersonUseCase, type Invitation } from '../people/invite-person.use-case.js';
import { CredentialRow, PersonRow } from '../people/person.entity.js';
import { RolesInForce } from '../roles-in-force.js';
import { RemoveSecondFactorUseCase } from '../second-factor/remove-second-factor.use-case.js';
import { AccountChangeProfileRow, AccountChangeRow } from './account-change.entity.js';
import { ensureMayAgree } from './account-change.rules.js';
import { AccountChangeRefused } from './account-changes.errors.js';
import { AccountNotices } from './account-notices.js';

/** "Bestätigen" and "Ablehnen": what the second administrator says. */
@Injectable()
export class SettleAccountChangeUseCase {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly roles: RolesInForce,
    private readonly rights: ChangeRightsUseCase,
    private readonly closing: CloseAccountUseCase,
    private readonly profiles: CorrectProfileUseCase,
    private readonly inviting: InvitePersonUseCase,
    private readonly factors: RemoveSecondFactorUseCase,
    private readonly notices: AccountNotices,
  ) {}

  /**
   * Another administrator than asked agrees, and it is done. The owner is told.
   *
   * @returns the link to hand over, where it was one that was asked for
   * @throws RightLacking, UnknownFact, AccountChangeRefused, and what the change itself is refused for
   */
  async agree(change: FactChange, id: string): Promise<Invitation | undefined> {
    const done: { link?: Invitation; mail?: () => Promise<void> } = {};
    await this.unitOfWork.once(commandOf('agree to account change', change, { id }), async (tx) => {
      await this.roles.needed(tx, change.by, 'administrator');
      const by = personIdOf(change.by);
      const asked = await held(tx, id);
      const { askedBy, personId, kind, personRevision, roles } = asked;
      ensureMayAgree({ by, askedBy, personId, isDecided: asked.withdrawn || isAgreed(asked) });
      if (kind === 'rights') await ensureBegun(tx, personId);
      const fact = { id, kind, personId, personRevision, roles, askedBy, agreedBy: by };
      await appendRevision(tx, AccountChangeRow, fact, statementOf(change));
      done.mail = await this.notices.mailFor(tx, asked);
      const stated = { by: change.by, key: change.key, reason: asked.reason };
      const link = await this.applied(tx, stated, asked);
      if (link !== undefined) done.link = link;
      await tx.repository(AccountChangeProfileRow).delete({ changeId: id });
      return id;
    });
    await done.mail?.();
    return done.link;
  }

  /**
   * The second administrator says no, or the first one takes it back.
   * @throws RightLacking, UnknownFact, AccountChangeRefused
   */
  async decline(change: FactChange, id: string): Promise<void> {
    const command = commandOf('decline account change', change, { id });
    await this.unitOfWork.once(command, async (tx) => {
      await this.roles.needed(tx, change.by, 'administrator');
      const asked = await held(tx, id);
      if (asked.withdrawn || isAgreed(asked)) throw new AccountChangeRefused({ reason: 'decided' });
      await withdrawFact(tx, AccountChangeRow, id, statementOf(change));
      await tx.repository(AccountChangeProfileRow).delete({ changeId: id });
      return id;
    });
  }

  private async applied(
    tx: Tx,
    change: FactChange,
    asked: AccountChangeRow,
  ): Promise<Invitation | undefined> {
    const { personId: id, roles } = asked;
    const fresh = <Row extends { readonly revision: number }>(account: Row): Row => {
      if (account.revision === asked.personRevision) return account;
      throw new AccountChangeRefused({ reason: 'overtaken' });
    };
    switch (asked.kind) {
      case 'rights': {
        const wanted = { roles: roles ?? [] };
        const account = fresh(await this.rights.held(tx, change, id, wanted));
        await this.rights.apply(tx, change, account, wanted);
        return undefined;
      }
      case 'reopening': {
        const account = fresh(await this.closing.heldClosed(tx, change, id));
        await this.closing.applyReopening(tx, change, account);
        return undefined;
      }
      case 'link':
        fresh(await this.inviting.held(tx, change, id));
        return { personId: id, ...(await this.inviting.issue(tx, id, change.by)) };
      case 'factor':
        fresh(await this.factors.held(tx, change, id));
        await this.factors.apply(tx, change.by, id);
        return undefined;
      case 'profile': {
        const profile = await wantedProfile(tx, asked.id);
        const account = fresh(await this.profiles.held(tx, change, id, profile));
        await this.profiles.apply(tx, change, account, profile);
        return undefined;
      }
    }
  }
}

async function held(tx: Tx, id: string): Promise<AccountChangeRow> {
  await holdFact(tx, AccountChangeRow, id);
  const ids = [id];
  const [asked] = await latestRevisions(tx, AccountChangeRow, { ids, withWithdrawn: true });
  if (asked === undefined) throw new UnknownFact({ id });
  return asked;
}

function isAgreed({ agreedBy }: AccountChangeRow): boolean {
  return agreedBy !== null;
}

/** Rights wait until their person has shown up: before, whoever holds the link could be anybody. */
async function ensureBegun(tx: Tx, personId: string): Promise<void> {
  const person = await tx.repository(PersonRow).findOneBy({ id: personId });
  if (person?.source === 'directory') return;
  if (await tx.repository(CredentialRow).existsBy({ personId })) return;
  throw new AccountChangeRefused({ reason: 'not-begun' });
}

async function wantedProfile(tx: Tx, changeId: string) {
  const profile = await tx.repository(AccountChangeProfileRow).findOneBy({ changeId });
  if (profile === null) throw new UnknownFact({ id: changeId });
  return { name: profile.name, mail: profile.mail };
}
