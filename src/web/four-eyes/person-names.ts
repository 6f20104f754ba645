import { Injectable } from '@nestjs/common';
import { PeopleNamesReader } from '../book/people-names.js';

/** What an actor is called: a person's name, else what the program is. */
export type NameOf = (ref: string) => string;

/** The names behind `person:…`, for tables and sentences. */
@Injectable()
export class PersonNames {
  constructor(private readonly people: PeopleNamesReader) {}

  async all(): Promise<NameOf> {
    const names = await this.people.read();
    return (ref) => names.alone(ref);
  }
}
