import { ChangeRightsUseCase } from '../../../../src/identity/people/change-rights.use-case.js';
import { idOf, LEAD, said, useCase } from '../accounts-world.js';
import { stopped, type Refusal } from '../refusal.js';

export const refusal: Refusal = {
  provoke: (world) =>
    stopped(async () => {
      const id = await idOf(world, LEAD);
      await useCase(world, ChangeRightsUseCase).execute(said('side'), id, { roles: ['officer'] });
    }),
  expected: {
    status: 422,
    facts: {},
    detail:
      'Wer zu einem Weiterleitungsempfänger gehört, bekommt keine Rolle im Kreis, und umgekehrt. ' +
      'Schließen Sie das Konto und laden Sie die Person neu ein.',
  },
};
