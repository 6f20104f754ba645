import { Injectable } from '@nestjs/common';
import { commandOf, type FactChange } from '../../platform/database/fact-change.js';
import { UnitOfWork, type Tx } from '../../platform/database/unit-of-work.js';
import { ChangeRightsUseCase } from '../people/change-rights.use-case.js';
import { CloseAccountUseCase } from '../people/close-account.use-case.js';
import { CorrectProfileUseCase, type Profile } from '../people/correct-profile.use-case.js';
import { InvitePersonUseCase } from '../people/invite-person.use-case.js';
import { OwnRights } from '../people/people.errors.js';
import type { PersonRights } from '../people/person.entity.js';
import { RolesInForce } from '../roles-in-force.js';
import type { Role } from '../roles.rules.js';
import { RemoveSecondFactorUseCase } from '../second-factor/remove-second-factor.use-case.js';
import { givesOfficeRole } from './account-change.rules.js';
import { AccountChangeRefused } from './account-changes.errors.js';
import { AskAccountChange } from './ask-account-change.js';

/** What an administrator asks another one to agree to. */
export type WantedChange =
  | { readonly kind: 'rights'; readonly roles: readonly Role[] }
  | { readonly kind: 'reopening' }
  | { readonly kind: 'link' }
  | { readonly kind: 'factor' }
  | { readonly kind: 'profile'; readonly profile: Profile };

/**
 * "Zur Bestätigung geben": what one administrator alone could use to act as somebody else happens
 * once another one agrees. What could not be done anyway is refused at once.
 */
@Injectable()
export class ProposeAccountChangeUseCase {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly roles: RolesInForce,
    private readonly asking: AskAccountChange,
    private readonly rights: ChangeRightsUseCase,
    private readonly closing: CloseAccountUseCase,
    private readonly profiles: CorrectProfileUseCase,
    private readonly inviting: InvitePersonUseCase,
    private readonly factors: RemoveSecondFactorUseCase,
  ) {}

  /**
   * @returns the id of what waits
   * @throws RightLacking, OwnRights, AccountChangeRefused, and what the change itself would be refused for
   */
  async execute(change: FactChange, personId: string, wanted: WantedChange): Promise<string> {
    const command = commandOf('propose account change', change, { personId, ...wanted });
    return this.unitOfWork.once(command, async (tx) => {
      await this.roles.needed(tx, change.by, 'administrator');
      if (change.by === `person:${personId}`) throw new OwnRights({});
      const account = await this.held(tx, change, personId, wanted);
      const { revision: personRevision } = account;
      const asked = { kind: wanted.kind, personId, personRevision };
      return this.asking.ask(tx, change, { ...asked, ...detailsOf(wanted, account) });
    });
  }

  private async held(
    tx: Tx,
    change: FactChange,
    id: string,
    wanted: WantedChange,
  ): Promise<PersonRights> {
    switch (wanted.kind) {
      case 'rights': {
        const account = await this.rights.held(tx, change, id, wanted);
        if (givesOfficeRole(account.roles, wanted.roles)) return account;
        throw new AccountChangeRefused({ reason: 'not-needed' });
      }
      case 'reopening':
        return this.closing.heldClosed(tx, change, id);
      case 'link':
        return this.inviting.held(tx, change, id);
      case 'factor':
        return this.factors.held(tx, change, id);
      case 'profile': {
        const account = await this.profiles.held(tx, change, id, wanted.profile);
        if (await this.profiles.turnsMail(tx, account, wanted.profile)) return account;
        throw new AccountChangeRefused({ reason: 'not-needed' });
      }
    }
  }
}

function detailsOf(wanted: WantedChange, account: PersonRights) {
  if (wanted.kind === 'rights') return { roles: wanted.roles };
  if (wanted.kind === 'reopening') return { roles: account.roles };
  if (wanted.kind !== 'profile') return {};
  const { name, mail } = wanted.profile;
  return { profile: { name: name.trim(), mail: mail.trim().toLowerCase() } };
}
