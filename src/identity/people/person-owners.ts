import { Injectable } from '@nestjs/common';
import { ObjectOwners } from '../access/object-owners.js';
import { PeopleQueries } from './people.queries.js';

/** A person belongs to their organisation: colleagues see each other, others do not. */
@Injectable()
export class PersonOwners {
  constructor(owners: ObjectOwners, people: PeopleQueries) {
    owners.register('person', async (id) => {
      const person = await people.person(id);
      return person?.partnerId === undefined ? [] : [person.partnerId];
    });
  }
}
