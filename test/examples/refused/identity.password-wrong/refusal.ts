import { PeopleQueries } from '../../../../src/identity/people/people.queries.js';
import { ChangePasswordUseCase } from '../../../../src/identity/account/change-password.use-case.js';
import { stopped, type Refusal } from '../refusal.js';

export const refusal: Refusal = {
  provoke: async ({ app }) => {
    const person = await app.app.get(PeopleQueries).byMail('sachbearbeitung@kreis-unna.example');
    const change = { old: 'geraten', wanted: 'lampe wolke fahrrad senf' };
    const changing = app.app.get(ChangePasswordUseCase);
    return stopped(() => changing.execute(person?.id ?? '', change, undefined));
  },
  expected: {
    status: 422,
    facts: { pointer: '/password' },
    detail:
      'Gefragt ist das Passwort, mit dem Sie sich hier anmelden. Achten Sie auf Groß- und Kleinschreibung.',
  },
};
