import { PeopleQueries } from '../../../../src/identity/people/people.queries.js';
import { RemoveSecondFactorUseCase } from '../../../../src/identity/second-factor/remove-second-factor.use-case.js';
import { stopped, type Refusal } from '../refusal.js';

export const refusal: Refusal = {
  provoke: async ({ app }) => {
    const person = await app.app.get(PeopleQueries).byMail('kasse-2@kreis-unna.example');
    const change = { by: 'system:tests', reason: 'Telefon verloren', key: 'factor-of-nobody' };
    const removing = app.app.get(RemoveSecondFactorUseCase);
    return stopped(() => removing.execute(change, person?.id ?? ''));
  },
  expected: {
    status: 409,
    facts: { state: 'off' },
    detail: 'Für dieses Konto ist kein zweiter Faktor eingerichtet. Es wurde nichts gespeichert.',
  },
};
