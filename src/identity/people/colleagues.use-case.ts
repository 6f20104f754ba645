import { Injectable } from '@nestjs/common';
import type { FactChange } from '../../platform/database/fact-change.js';
import type { Acting } from '../acting.js';
import { ForeignObject } from '../identity.errors.js';
import { ChangeRightsUseCase } from './change-rights.use-case.js';
import { CloseAccountUseCase } from './close-account.use-case.js';
import { InvitePersonUseCase, type Invitation } from './invite-person.use-case.js';
import type { Profile } from './correct-profile.use-case.js';
import { LeadNeeded } from './people.errors.js';
import { PeopleQueries } from './people.queries.js';

/** "Kolleginnen und Kollegen": what the lead people of a partner do for their own organisation. */
@Injectable()
export class ColleaguesUseCase {
  constructor(
    private readonly people: PeopleQueries,
    private readonly inviting: InvitePersonUseCase,
    private readonly closing: CloseAccountUseCase,
    private readonly rights: ChangeRightsUseCase,
  ) {}

  /** @throws LeadNeeded, MailTaken, MailNotReserved */
  async invite(who: Acting, change: FactChange, profile: Profile): Promise<Invitation> {
    const partnerId = ensureLead(who);
    return this.inviting.execute(change, { ...profile, roles: ['partner'], partnerId });
  }

  /** A new link for a colleague who lost theirs. @throws LeadNeeded, ForeignObject, AccountState */
  async inviteAgain(who: Acting, change: FactChange, id: string): Promise<Invitation> {
    await this.ensureColleague(who, id);
    return this.inviting.again(change, id, true);
  }

  /** @throws LeadNeeded, ForeignObject, OwnRights, AccountState */
  async remove(who: Acting, change: FactChange, id: string): Promise<void> {
    await this.ensureColleague(who, id);
    await this.closing.close(change, id);
  }

  /** Makes a colleague one of the lead people, or takes it from them. @throws as `remove` */
  async setLead(who: Acting, change: FactChange, id: string, isLead: boolean): Promise<void> {
    await this.ensureColleague(who, id);
    await this.rights.execute(change, id, { roles: ['partner'], isLead });
  }

  /** Nobody moves between organisations: what is true before the change is true in it. */
  private async ensureColleague(who: Acting, id: string): Promise<void> {
    const partner = ensureLead(who);
    const person = await this.people.person(id);
    if (person?.partnerId !== partner) throw new ForeignObject({});
  }
}

function ensureLead({ partner, isLead }: Acting): string {
  if (partner === undefined || isLead !== true) throw new LeadNeeded({});
  return partner;
}
