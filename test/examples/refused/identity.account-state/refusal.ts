import { ErasePersonUseCase } from '../../../../src/identity/people/erase-person.use-case.js';
import { idOf, OFFICER, said, useCase } from '../accounts-world.js';
import { stopped, type Refusal } from '../refusal.js';

export const refusal: Refusal = {
  provoke: (world) =>
    stopped(async () => {
      const id = await idOf(world, OFFICER);
      await useCase(world, ErasePersonUseCase).execute(said('state'), id);
    }),
  expected: {
    status: 409,
    facts: { state: 'open' },
    detail: 'Das Konto ist offen; schließen Sie es zuerst. Es wurde nichts gespeichert.',
  },
};
