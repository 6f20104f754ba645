import { Injectable } from '@nestjs/common';
import { SignInRefused } from '../identity.errors.js';
import { PeopleQueries } from '../people/people.queries.js';
import { Sessions, type OpenedSession, type Origin } from '../sessions/sessions.js';

/** "Als … anmelden": the accounts of an example book are there to be tried, without a password. */
@Injectable()
export class SignInAsDemoUseCase {
  constructor(
    private readonly people: PeopleQueries,
    private readonly sessions: Sessions,
  ) {}

  /** @throws SignInRefused for whatever is no open demo account */
  async execute(personId: string, origin: Origin): Promise<OpenedSession> {
    const person = await this.people.person(personId);
    if (person?.kind !== 'demo' || person.isClosed) throw new SignInRefused({});
    return this.sessions.open(person.id, 'demo', origin);
  }
}
