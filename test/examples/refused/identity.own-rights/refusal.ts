import { ChangeRightsUseCase } from '../../../../src/identity/people/change-rights.use-case.js';
import { ADMINISTRATORS, idOf, said, useCase } from '../accounts-world.js';
import { stopped, type Refusal } from '../refusal.js';

export const refusal: Refusal = {
  provoke: (world) =>
    stopped(async () => {
      const id = await idOf(world, ADMINISTRATORS[0] ?? '');
      const change = said('own', `person:${id}`);
      await useCase(world, ChangeRightsUseCase).execute(change, id, { roles: ['approver'] });
    }),
  expected: {
    status: 403,
    facts: {},
    detail:
      'Niemand ändert die eigenen Rechte oder schließt das eigene Konto. Bitten Sie jemanden mit ' +
      'derselben Aufgabe. Es wurde nichts gespeichert.',
  },
};
