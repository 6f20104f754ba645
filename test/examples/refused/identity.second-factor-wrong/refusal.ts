import { PeopleQueries } from '../../../../src/identity/people/people.queries.js';
import { SetUpSecondFactorUseCase } from '../../../../src/identity/second-factor/set-up-second-factor.use-case.js';
import { stopped, type Refusal } from '../refusal.js';
import type { RefusedWorld } from '../world.js';

const idOf = async ({ app }: RefusedWorld): Promise<string> =>
  (await app.app.get(PeopleQueries).byMail('anordnung-2@kreis-unna.example'))?.id ?? '';

export const refusal: Refusal = {
  given: async (world) => world.app.app.get(SetUpSecondFactorUseCase).begin(await idOf(world), ''),
  provoke: async (world) => {
    const id = await idOf(world);
    const origin = { address: '10.3.0.2', browser: '' };
    const settingUp = world.app.app.get(SetUpSecondFactorUseCase);
    return stopped(() => settingUp.confirm(id, '12345', origin));
  },
  expected: {
    status: 422,
    facts: { pointer: '/code' },
    detail:
      'Ein Code der App gilt etwa eine Minute und nur einmal, ein Wiederherstellungscode nur einmal. ' +
      'Warten Sie auf den nächsten Code; prüfen Sie sonst, ob die Uhr des Telefons richtig geht.',
  },
};
