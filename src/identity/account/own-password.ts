import { Injectable } from '@nestjs/common';
import { AttemptLimits } from '../attempts/attempt-limits.js';
import { AccountState, UnknownPerson } from '../people/people.errors.js';
import { PeopleQueries, type Person } from '../people/people.queries.js';
import { Credentials } from '../sign-in/credentials.js';
import { PasswordWrong } from './account.errors.js';

/** "Zur Sicherheit Ihr Passwort": asked again before somebody changes how they sign in. */
@Injectable()
export class OwnPassword {
  constructor(
    private readonly people: PeopleQueries,
    private readonly credentials: Credentials,
    private readonly limits: AttemptLimits,
  ) {}

  /**
   * Somebody whose account has a password of this book.
   * @throws UnknownPerson, AccountState for people of the office's directory
   */
  async holder(personId: string): Promise<Person> {
    const person = await this.people.person(personId);
    if (person === undefined || person.isClosed) throw new UnknownPerson({ id: personId });
    if (person.source === 'directory') throw new AccountState({ state: 'directory' });
    return person;
  }

  /**
   * A stolen session is no way to guess the password: attempts are counted.
   * @throws PasswordWrong, TooManyAttempts, UnknownPerson, AccountState
   */
  async ensure(personId: string, password: string): Promise<Person> {
    const person = await this.holder(personId);
    const attempted = { kind: 'own-account', of: personId } as const;
    await this.limits.count(attempted);
    if (!(await this.credentials.fits(personId, password))) {
      throw new PasswordWrong({ pointer: '/password' });
    }
    await this.limits.succeeded(attempted);
    return person;
  }
}
