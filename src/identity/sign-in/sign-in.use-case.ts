import { Injectable } from '@nestjs/common';
import { AttemptLimits } from '../attempts/attempt-limits.js';
import { networkOf } from '../attempts/attempt-limits.rules.js';
import { AuditTrail } from '../audit/audit-trail.js';
import { SignInRefused } from '../identity.errors.js';
import { PeopleQueries, type Person } from '../people/people.queries.js';
import { Sessions, type OpenedSession, type Origin } from '../sessions/sessions.js';
import { Credentials } from './credentials.js';
import { SecondFactorStep } from './second-factor-step.js';

/** What somebody types to sign in. */
export interface TypedCredentials {
  readonly mail: string;
  readonly password: string;
}

/** Either somebody is in, or a second factor is due before they are. */
export type SignInAnswer =
  | { readonly kind: 'signed-in'; readonly session: OpenedSession }
  | { readonly kind: 'second-factor'; readonly ticket: string };

/**
 * "Anmelden" with mail address and password. Whether there is such an account can be told neither by
 * the answer nor by the work that is done for it.
 */
@Injectable()
export class SignInUseCase {
  constructor(
    private readonly limits: AttemptLimits,
    private readonly people: PeopleQueries,
    private readonly credentials: Credentials,
    private readonly secondFactor: SecondFactorStep,
    private readonly sessions: Sessions,
    private readonly audit: AuditTrail,
  ) {}

  /**
   * The session is always a new one; the one that the browser has so far ends.
   *
   * @throws TooManyAttempts for the account or for the network that asks
   * @throws SignInRefused
   */
  async execute({ mail, password }: TypedCredentials, origin: Origin): Promise<SignInAnswer> {
    const attempted = [
      { kind: 'sign-in-account', of: mail },
      { kind: 'sign-in-address', of: networkOf(origin.address) },
    ] as const;
    const isLast = await this.limits.count(...attempted);
    const person = await this.people.byMail(mail);
    const chosenAt = await this.credentials.chosenAt(person?.id);
    const fits = await this.credentials.fits(person?.id, password);
    if (!fits || person === undefined || !mayUsePassword(person)) {
      await this.tellFailure(person, isLast);
      throw new SignInRefused({});
    }
    await this.limits.succeeded(...attempted);
    const ticket = await this.secondFactor.ticketFor(person, origin);
    if (ticket !== undefined) return { kind: 'second-factor', ticket };
    const { id } = person;
    const session = await this.sessions.open(id, 'password', origin, (tx) =>
      this.credentials.ensureChosenAt(tx, id, chosenAt),
    );
    return { kind: 'signed-in', session };
  }

  /** Also for an account that there is not: the same work. What was typed is told nowhere. */
  private async tellFailure(person: Person | undefined, isLast: boolean): Promise<void> {
    const object =
      person === undefined
        ? { kind: 'sign-in', id: 'unknown-account' }
        : { kind: 'person', id: person.id };
    await this.audit.note({ action: isLast ? 'locked-out' : 'sign-in-failed', object });
  }
}

/** People of the office's directory sign in there. */
export function mayUsePassword({ source, isClosed }: Person): boolean {
  return source === 'local' && !isClosed;
}
