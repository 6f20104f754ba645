import { Injectable } from '@nestjs/common';
import { PeopleNamesReader } from '../book/people-names.js';

/** What an actor is called: a person's name, else what the program is. */
export type NameOf = (ref: string) => string;

/** The names of those who act in a case, standing alone. */
@Injectable()
export class PersonNames {
  constructor(private readonly reader: PeopleNamesReader) {}

  async all(): Promise<NameOf> {
    const names = await this.reader.read();
    return (ref) => names.alone(ref);
  }
}
