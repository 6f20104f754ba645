import { Injectable } from '@nestjs/common';
import { RightsWaiting } from '../account-changes/account-changes.errors.js';
import { isPerson, type Acting } from '../acting.js';
import { NotAPerson } from '../four-eyes/four-eyes.errors.js';
import { ForeignObject, NotSignedIn, RightLacking } from '../identity.errors.js';
import { SecondFactorMissing } from '../second-factor/second-factor.errors.js';
import { AccessTable } from './access-table.js';
import type { AccessRow } from './access.types.js';
import { ObjectOwners } from './object-owners.js';

/** Lets a request in or refuses it, by the table of rights. */
@Injectable()
export class AccessGuard {
  constructor(
    private readonly table: AccessTable,
    private readonly owners: ObjectOwners,
  ) {}

  /**
   * @param parameters the named parts of the address
   * @throws NotSignedIn, RightsWaiting, SecondFactorMissing, RightLacking, NotAPerson, ForeignObject
   */
  async admit(
    row: AccessRow,
    who: Acting,
    parameters: Readonly<Record<string, string>>,
  ): Promise<void> {
    const reach = this.table.reach(row, who);
    if (reach === 'any') return;
    if (reach === undefined) throw lacking(row, who);
    const { object } = row;
    if (object === undefined) return;
    await this.ensureOwn(who, object.kind, parameters[object.at] ?? '');
  }

  /**
   * For objects that a body names: nothing to say for those whose rights reach everything.
   *
   * @throws ForeignObject
   */
  async ensureOwn(who: Acting, kind: Parameters<ObjectOwners['of']>[0], id: string): Promise<void> {
    if (who.partner === undefined) return;
    const owners = await this.owners.of(kind, id);
    if (!owners.includes(who.partner)) throw new ForeignObject({});
  }
}

function lacking({ rights, isPersonal }: AccessRow, who: Acting): Error {
  if (who.lacksSecondFactor) return new SecondFactorMissing({});
  if (who.roles.length === 0)
    return isPerson(who.ref) ? new RightsWaiting({}) : new NotSignedIn({});
  if (isPersonal && !isPerson(who.ref)) return new NotAPerson({});
  return new RightLacking({ roles: Object.keys(rights).join(', ') });
}
