import { signIn } from '../directory-world.js';
import { stopped, type Refusal } from '../refusal.js';

const link = new URL('https://buch.kreis.example/zurueck?code=fremd&state=fremd');

export const refusal: Refusal = {
  provoke: () => stopped(() => signIn(() => Promise.resolve(link), { name: 'Anna Beispiel' })),
  expected: {
    status: 403,
    facts: {},
    detail:
      'Sie ist zu alt, schon benutzt oder gehört zu einem anderen Fenster. ' +
      'Es wurde niemand angemeldet. Beginnen Sie die Anmeldung noch einmal.',
  },
};
