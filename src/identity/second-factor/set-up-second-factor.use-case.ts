import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { OwnPassword } from '../account/own-password.js';
import { AttemptLimits } from '../attempts/attempt-limits.js';
import { Sessions, type OpenedSession, type Origin } from '../sessions/sessions.js';
import { RecoveryCodes } from './recovery-codes.js';
import { SecondFactorState, SecondFactorWrong } from './second-factor.errors.js';
import { SecondFactors } from './second-factors.js';
import { newTotpSecret, totpStep } from './totp.js';

/** So long the code on the screen waits for the app. */
const OFFERED_FOR_MS = 60 * 60_000;

/** What somebody has who set up a second factor: the codes are shown at this moment only. */
export interface SetUpFactor {
  readonly recoveryCodes: readonly string[];
  readonly session: OpenedSession;
}

/** "Zweiten Faktor einrichten": first the app gets the secret, then a code shows that it has it. */
@Injectable()
export class SetUpSecondFactorUseCase {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly ownPassword: OwnPassword,
    private readonly limits: AttemptLimits,
    private readonly factors: SecondFactors,
    private readonly recoveryCodes: RecoveryCodes,
    private readonly sessions: Sessions,
  ) {}

  /**
   * Offers a new secret. Whoever has a second factor already moves it to another phone: that takes
   * the password, and the phone of before counts until the new one has shown a code.
   *
   * @throws AccountState for people of the directory, PasswordWrong, TooManyAttempts
   * @throws SecretsKeyMissing
   */
  async begin(personId: string, password: string): Promise<void> {
    const { since } = await this.factors.of(personId);
    if (since === undefined) await this.ownPassword.holder(personId);
    else await this.ownPassword.ensure(personId, password);
    await this.unitOfWork.note((tx) => this.factors.offer(tx, personId, newTotpSecret()));
  }

  /**
   * The secret that waits for its first code; undefined: there is none, or it waited too long.
   * @throws SecretsKeyWrong
   */
  async offered(personId: string): Promise<string | undefined> {
    const sealed = await this.waiting(personId);
    return sealed === undefined ? undefined : this.factors.opened(personId, sealed);
  }

  /**
   * From now on a code is asked for at each sign-in. All sessions end; whoever set it up goes on in
   * a new one.
   *
   * @throws SecondFactorState without an offered secret, SecondFactorWrong, TooManyAttempts
   * @throws SecretsKeyWrong
   */
  async confirm(personId: string, code: string, origin: Origin): Promise<SetUpFactor> {
    await this.ownPassword.holder(personId);
    const sealed = await this.waiting(personId);
    if (sealed === undefined) throw new SecondFactorState({ state: 'not-offered' });
    const secret = this.factors.opened(personId, sealed);
    const attempted = { kind: 'code-account', of: personId } as const;
    await this.limits.count(attempted);
    const step = totpStep(secret, code, undefined, this.clock.now());
    if (step === undefined) throw new SecondFactorWrong({ pointer: '/code' });
    const { codes, hashes } = await this.recoveryCodes.produce();
    await this.unitOfWork.note(async (tx) => {
      const isTaken = await this.factors.confirm(tx, personId, sealed, step);
      if (!isTaken) throw new SecondFactorState({ state: 'not-offered' });
      await this.factors.keepCodes(tx, personId, hashes);
      await this.sessions.endAll(tx, personId, 'factor-changed');
    });
    await this.limits.succeeded(attempted);
    const session = await this.sessions.open(personId, 'second-factor', origin);
    return { recoveryCodes: codes, session };
  }

  private async waiting(personId: string): Promise<string | undefined> {
    const { offered } = await this.factors.of(personId);
    if (offered === undefined) return undefined;
    const age = Date.parse(this.clock.now()) - Date.parse(offered.at);
    return age < OFFERED_FOR_MS ? offered.sealed : undefined;
  }
}
