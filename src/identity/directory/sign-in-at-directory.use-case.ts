import { Injectable } from '@nestjs/common';
import { AppConfig } from '../../platform/config/app-config.js';
import { Book } from '../../platform/database/book.js';
import { AttemptLimits } from '../attempts/attempt-limits.js';
import { networkOf } from '../attempts/attempt-limits.rules.js';
import { Sessions, type OpenedSession, type Origin } from '../sessions/sessions.js';
import type { Role } from '../roles.rules.js';
import { DirectoryAccounts } from './directory-accounts.js';
import type { DirectoryPerson } from './directory-claims.rules.js';
import { DirectorySignIns } from './directory-sign-ins.js';
import { ensureSomeRole, rolesOfGroups } from './directory-roles.rules.js';
import { DirectoryAnswerUnfit, DirectoryNotOffered } from './directory.errors.js';
import { DirectoryRoles } from './directory-roles.js';
import { OfficeDirectory } from './office-directory.js';

/** Below the book's own address: where the directory sends people back to. */
export const DIRECTORY_ANSWER = '/anmelden/verzeichnis/antwort';

/** Somebody is in, and wanted to see this page. */
export interface DirectorySignIn {
  readonly session: OpenedSession;
  readonly leadsTo: string;
}

/** "Mit dem Konto des Hauses anmelden". An example book has demo accounts only, and offers it not. */
@Injectable()
export class SignInAtDirectoryUseCase {
  constructor(
    private readonly config: AppConfig,
    private readonly book: Book,
    private readonly directory: OfficeDirectory,
    private readonly given: DirectoryRoles,
    private readonly underWay: DirectorySignIns,
    private readonly accounts: DirectoryAccounts,
    private readonly sessions: Sessions,
    private readonly limits: AttemptLimits,
  ) {}

  get offered(): boolean {
    return this.directory.offered && this.book.kind === 'empty';
  }

  /**
   * @param browser what only the browser holds that begins
   * @param leadsTo the page that the person wants to see
   * @returns the address of the directory to send the browser to
   * @throws DirectoryNotOffered, DirectoryUnreachable, TooManyAttempts
   */
  async begin(browser: string, leadsTo: string, origin: Origin): Promise<string> {
    const { publicUrl } = this.config;
    if (!this.offered || publicUrl === undefined) throw new DirectoryNotOffered({});
    await this.limits.count({ kind: 'directory-address', of: networkOf(origin.address) });
    const { url, kept } = await this.directory.begin(publicUrl + DIRECTORY_ANSWER);
    await this.underWay.keep(browser, { kept, leadsTo });
    return url;
  }

  /**
   * Takes the directory's answer, once, and only from the browser that began: nobody can be signed
   * in with somebody else's.
   *
   * @param query of the address that the browser came back to
   * @throws DirectoryNotOffered, DirectoryAnswerUnfit, and what else `OfficeDirectory` refuses
   * @throws DirectoryNoRole, DirectoryRolesApart, DirectoryMailTaken, DirectoryAccountClosed
   */
  async finish(browser: string, query: string, origin: Origin): Promise<DirectorySignIn> {
    if (!this.offered) throw new DirectoryNotOffered({});
    const state = new URLSearchParams(query).get('state') ?? '';
    const begun = await this.underWay.take(browser, state);
    if (begun === undefined) throw new DirectoryAnswerUnfit({});
    const told = await this.directory.finish(query, begun.kept);
    const roles = await this.rolesOf(told);
    const id = await this.accounts.settle(told, roles);
    await this.limits.succeeded({ kind: 'directory-address', of: networkOf(origin.address) });
    const session = await this.sessions.open(id, 'directory', origin);
    return { session, leadsTo: begun.leadsTo };
  }

  /**
   * Whoever has no role any more, or roles that do not go together, is out: also where they are
   * still signed in with the roles of before.
   * @throws DirectoryNoRole, DirectoryRolesApart
   */
  private async rolesOf({ groups, subject }: DirectoryPerson): Promise<readonly Role[]> {
    try {
      const roles = rolesOfGroups(groups, this.given.byGroup);
      ensureSomeRole(roles);
      return roles;
    } catch (error) {
      await this.accounts.cutOff(subject);
      throw error;
    }
  }
}
