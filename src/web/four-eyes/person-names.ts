import { Injectable } from '@nestjs/common';
import { PeopleQueries } from '../../identity/people/people.queries.js';
import { actorText } from '../ledger/ledger.words.js';

/** What an actor is called: a person's name, else what the program is. */
export type NameOf = (ref: string) => string;

/** The names behind `person:…`; they stand in no row that stays for good. */
@Injectable()
export class PersonNames {
  constructor(private readonly people: PeopleQueries) {}

  async all(): Promise<NameOf> {
    const people = await this.people.all();
    const names = new Map(people.map(({ id, name }) => [`person:${id}`, name]));
    return (ref) => names.get(ref) ?? actorText(ref);
  }
}
