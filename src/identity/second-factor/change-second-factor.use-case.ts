import { Injectable } from '@nestjs/common';
import { AppConfig } from '../../platform/config/app-config.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { OwnPassword } from '../account/own-password.js';
import type { Role } from '../roles.rules.js';
import { RecoveryCodes } from './recovery-codes.js';
import { SecondFactorState } from './second-factor.errors.js';
import { ensureNotKept } from './second-factor.rules.js';
import { SecondFactors } from './second-factors.js';

/** What somebody does with the second factor that they have; each takes the password. */
@Injectable()
export class ChangeSecondFactorUseCase {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly config: AppConfig,
    private readonly ownPassword: OwnPassword,
    private readonly factors: SecondFactors,
    private readonly recoveryCodes: RecoveryCodes,
  ) {}

  /**
   * "Neue Wiederherstellungscodes": those before are good for nothing.
   *
   * @returns the codes, to be shown once
   * @throws SecondFactorState, PasswordWrong, TooManyAttempts
   */
  async renewCodes(personId: string, password: string): Promise<readonly string[]> {
    await this.ensureOn(personId);
    await this.ownPassword.ensure(personId, password);
    const { codes, hashes } = await this.recoveryCodes.produce();
    await this.unitOfWork.note((tx) => this.factors.keepCodes(tx, personId, hashes));
    return codes;
  }

  /**
   * "Ausschalten": from now on the password is enough.
   *
   * @param rolesInForce those that the person has just now, also as a deputy
   * @throws SecondFactorState, SecondFactorKept, PasswordWrong, TooManyAttempts
   */
  async switchOff(
    personId: string,
    password: string,
    rolesInForce: readonly Role[],
  ): Promise<void> {
    await this.ensureOn(personId);
    const person = await this.ownPassword.holder(personId);
    const roles = [...person.roles, ...rolesInForce];
    ensureNotKept(this.config.secondFactor, { ...person, roles });
    await this.ownPassword.ensure(personId, password);
    await this.unitOfWork.note((tx) => this.factors.remove(tx, personId));
  }

  private async ensureOn(personId: string): Promise<void> {
    const { since } = await this.factors.of(personId);
    if (since === undefined) throw new SecondFactorState({ state: 'off' });
  }
}
