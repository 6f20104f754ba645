import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { OneTimeLinks } from '../links/one-time-links.js';
import { NewPasswords } from '../passwords/new-passwords.js';
import { PasswordHashing } from '../passwords/password-hashing.js';
import { Credentials } from '../sign-in/credentials.js';
import { OwnPassword } from './own-password.js';
import { OwnSessions } from './own-sessions.js';

/** The password of before, and the one that shall count from now on. */
export interface PasswordChange {
  readonly old: string;
  readonly wanted: string;
}

/** "Passwort ändern", by its owner. */
@Injectable()
export class ChangePasswordUseCase {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ownPassword: OwnPassword,
    private readonly newPasswords: NewPasswords,
    private readonly hashing: PasswordHashing,
    private readonly credentials: Credentials,
    private readonly links: OneTimeLinks,
    private readonly sessions: OwnSessions,
  ) {}

  /**
   * All other sessions end, and so do open links; the one at hand goes on.
   *
   * @param session the id of the session at hand
   * @throws PasswordWrong, TooManyAttempts, AccountState
   * @throws PasswordTooShort, PasswordTooLong, PasswordTooCommon
   */
  async execute(
    personId: string,
    { old, wanted }: PasswordChange,
    session: string | undefined,
  ): Promise<void> {
    const { name, mail = '' } = await this.ownPassword.ensure(personId, old);
    await this.newPasswords.ensureFit(wanted, [name, mail]);
    const hash = await this.hashing.hash(wanted);
    await this.unitOfWork.note(async (tx) => {
      await this.credentials.keep(tx, personId, hash);
      await this.links.end(tx, personId, 'replaced');
      await this.sessions.endOthers(tx, { personId, session, because: 'password-changed' });
    });
  }
}
