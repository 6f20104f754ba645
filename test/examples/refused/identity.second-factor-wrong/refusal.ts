import { PeopleQueries } from '../../../../src/identity/people/people.queries.js';
import { SetUpSecondFactorUseCase } from '../../../../src/identity/second-factor/set-up-second-factor.use-case.js';
import { stopped, type Refusal } from '../refusal.js';

export const refusal: Refusal = {
  provoke: async ({ app }) => {
    const person = await app.app.get(PeopleQueries).byMail('anordnung-2@kreis-unna.example');
    const settingUp = app.app.get(SetUpSecondFactorUseCase);
    await settingUp.begin(person?.id ?? '', '');
    const origin = { address: '10.3.0.2', browser: '' };
    return stopped(() => settingUp.confirm(person?.id ?? '', '12345', origin));
  },
  expected: {
    status: 422,
    facts: { pointer: '/code' },
    detail:
      'Ein Code der App gilt etwa eine Minute und nur einmal, ein Wiederherstellungscode nur einmal. ' +
      'Warten Sie auf den nächsten Code; prüfen Sie sonst, ob die Uhr des Telefons richtig geht.',
  },
};
