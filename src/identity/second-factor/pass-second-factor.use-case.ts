import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { UnitOfWork, type Tx } from '../../platform/database/unit-of-work.js';
import { AttemptLimits } from '../attempts/attempt-limits.js';
import { networkOf } from '../attempts/attempt-limits.rules.js';
import { PeopleQueries, type Person } from '../people/people.queries.js';
import { Sessions, type OpenedSession, type Origin } from '../sessions/sessions.js';
import { mayUsePassword } from '../sign-in/sign-in.use-case.js';
import { RecoveryCodes } from './recovery-codes.js';
import { SecondFactorWrong, SignInStepOver } from './second-factor.errors.js';
import { SecondFactors } from './second-factors.js';
import { SignInTickets } from './sign-in-tickets.js';
import { isTotpCode, totpStep } from './totp.js';

/** Marks a code as used; false if somebody was faster. */
type Taking = (tx: Tx) => Promise<boolean>;

/** "Code eingeben": the second step of signing in, by the app or by a recovery code. */
@Injectable()
export class PassSecondFactorUseCase {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly limits: AttemptLimits,
    private readonly people: PeopleQueries,
    private readonly tickets: SignInTickets,
    private readonly factors: SecondFactors,
    private readonly recoveryCodes: RecoveryCodes,
    private readonly sessions: Sessions,
  ) {}

  /** Who is about to sign in. @throws SignInStepOver */
  async holder(ticket: string): Promise<Person> {
    const id = await this.tickets.holder(ticket);
    const person = id === undefined ? undefined : await this.people.person(id);
    if (person === undefined || !mayUsePassword(person)) throw new SignInStepOver({});
    return person;
  }

  /**
   * The session is a new one; the ticket and the code are used up with it.
   *
   * @param ticket of the password before, from the browser
   * @param code six digits of the app, or a recovery code
   * @throws SignInStepOver, TooManyAttempts, SecondFactorWrong
   * @throws SecretsKeyWrong with a code of the app; a recovery code needs no key
   */
  async execute(ticket: string, code: string, origin: Origin): Promise<OpenedSession> {
    const { id } = await this.holder(ticket);
    const attempted = [
      { kind: 'code-account', of: id },
      { kind: 'sign-in-address', of: networkOf(origin.address) },
    ] as const;
    await this.limits.count(...attempted);
    const take = (await this.byApp(id, code)) ?? (await this.byPaper(id, code));
    if (take === undefined) throw new SecondFactorWrong({});
    await this.unitOfWork.note(async (tx) => {
      if (!(await this.tickets.redeem(tx, ticket))) throw new SignInStepOver({});
      if (!(await take(tx))) throw new SecondFactorWrong({});
    });
    await this.limits.succeeded(...attempted);
    return this.sessions.open(id, 'second-factor', origin);
  }

  private async byApp(id: string, code: string): Promise<Taking | undefined> {
    const { sealed, lastStep } = await this.factors.of(id);
    if (sealed === undefined || !isTotpCode(code)) return undefined;
    const secret = this.factors.opened(id, sealed);
    const step = totpStep(secret, code, lastStep, this.clock.now());
    return step === undefined ? undefined : (tx) => this.factors.take(tx, id, step);
  }

  private async byPaper(id: string, code: string): Promise<Taking | undefined> {
    const hash = await this.recoveryCodes.find(code, await this.factors.codeHashes(id));
    return hash === undefined ? undefined : (tx) => this.factors.useCode(tx, id, hash);
  }
}
