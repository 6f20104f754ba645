import { Accounts } from '../../../../src/identity/people/accounts.js';
import { PersonRights } from '../../../../src/identity/people/person.entity.js';
import { withdrawFact } from '../../../../src/platform/database/revisions.js';
import { ADMINISTRATORS, idOf, said, useCase } from '../accounts-world.js';
import { stopped, type Refusal } from '../refusal.js';

export const refusal: Refusal = {
  provoke: async (world) => {
    const ids = await Promise.all(ADMINISTRATORS.map((mail) => idOf(world, mail)));
    const [closed = '', last = ''] = ids;
    return stopped(() =>
      world.book.unitOfWork.rehearse(async (tx) => {
        const change = said('last');
        await withdrawFact(tx, PersonRights, closed, change);
        await useCase(world, Accounts).heldForRights(tx, change, last, () => false);
      }),
    );
  },
  expected: {
    status: 409,
    facts: {},
    detail:
      'Dies ist das letzte offene Konto der Verwaltung, mit dem sich jemand anmelden kann. Richten ' +
      'Sie zuerst ein zweites ein. Es wurde nichts gespeichert.',
  },
};
