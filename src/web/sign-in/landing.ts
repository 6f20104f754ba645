import { Injectable } from '@nestjs/common';
import { AccountNotices } from '../../identity/account-changes/account-notices.js';
import type { OpenedSession } from '../../identity/sessions/sessions.js';
import { Sessions } from '../../identity/sessions/sessions.js';
import { paths } from '../paths.js';
import { ownAddress } from './own-address.js';

/** Where somebody goes who has just signed in. */
@Injectable()
export class Landing {
  constructor(
    private readonly sessions: Sessions,
    private readonly notices: AccountNotices,
  ) {}

  /**
   * First what others changed in the account, then what the person wanted to see; without a role
   * only the own account is there to be seen.
   */
  async of({ id, secret }: OpenedSession, to: string): Promise<string> {
    const who = await this.sessions.acting(secret, true);
    const isRoleless = who?.roles.length === 0 && who.lacksSecondFactor === undefined;
    const wanted = isRoleless ? paths.ownAccount : ownAddress(to);
    if (who?.lacksSecondFactor || !(await this.notices.isDue(id))) return wanted;
    return `${paths.ownNotices}?${new URLSearchParams({ weiter: wanted }).toString()}`;
  }
}
